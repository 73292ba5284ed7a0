package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a credential plugin answered. Prints nothing of it: all of it is secret.
 *
 * @param token       empty when it gave a certificate only
 * @param certificate PEM, with {@code key}; both empty when it gave a token only
 */
record ExecCredential(String token, String certificate, String key, Optional<Instant> expires) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Why the text is no credential; never quotes it. */
    static final class Unreadable extends Exception {
        Unreadable(String why) {
            super(why, null, false, false);
        }
    }

    static ExecCredential parse(String text) throws Unreadable {
        JsonNode tree = tree(text);
        String version = tree.path("apiVersion").asText();
        if (!tree.path("kind").asText().equals("ExecCredential")) {
            throw new Unreadable("its answer is no ExecCredential");
        }
        if (!version.matches("client\\.authentication\\.k8s\\.io/(v1|v1beta1)")) {
            throw new Unreadable("its answer is of a version other than v1 and v1beta1");
        }
        JsonNode status = tree.path("status");
        ExecCredential read = new ExecCredential(status.path("token").asText(""), status.path("clientCertificateData").asText(""),
                status.path("clientKeyData").asText(""), expires(status.path("expirationTimestamp").asText("")));
        if (read.certificate().isEmpty() != read.key().isEmpty()) {
            throw new Unreadable("it gave only one of certificate and key");
        }
        if (read.token().isEmpty() && read.certificate().isEmpty()) {
            throw new Unreadable("it gave neither a token nor a certificate");
        }
        return read;
    }

    private static JsonNode tree(String text) throws Unreadable {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException garbage) {
            throw new Unreadable("its answer is not JSON");
        }
    }

    private static Optional<Instant> expires(String text) throws Unreadable {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException wrong) {
            throw new Unreadable("its expirationTimestamp is no time");
        }
    }

    @Override
    public String toString() {
        return "ExecCredential[expires=" + expires + "]";
    }
}
