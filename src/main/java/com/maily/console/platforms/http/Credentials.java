package com.maily.console.platforms.http;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a connection proves who it is, as named in the workspace file. */
public sealed interface Credentials {

    /** Settings of this prefix are headers of the connection. */
    String HEADER = "header.";

    /** The headers of one request, with secrets read now. */
    Map<String, String> headers();

    record None() implements Credentials {
        @Override
        public Map<String, String> headers() {
            return Map.of();
        }
    }

    record Bearer(Secret token) implements Credentials {
        @Override
        public Map<String, String> headers() {
            return Map.of("Authorization", "Bearer " + token.resolve());
        }
    }

    /** A secret behind a word of its own: {@code Authorization: ApiKey …}. */
    record Scheme(String name, Secret secret) implements Credentials {
        @Override
        public Map<String, String> headers() {
            return Map.of("Authorization", name + " " + secret.resolve());
        }
    }

    record Basic(String user, Secret password) implements Credentials {
        @Override
        public Map<String, String> headers() {
            byte[] pair = (user + ":" + password.resolve()).getBytes(StandardCharsets.UTF_8);
            return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
    }

    /** A secret in a header of its own. */
    record Header(String name, Secret value) implements Credentials {
        @Override
        public Map<String, String> headers() {
            return Map.of(name, value.resolve());
        }
    }

    record Several(List<Credentials> all) implements Credentials {
        @Override
        public Map<String, String> headers() {
            Map<String, String> headers = new TreeMap<>();
            all.forEach(one -> headers.putAll(one.headers()));
            return headers;
        }
    }

    /**
     * From a connection's settings: {@code token}, or {@code username} with {@code password}, or neither; and each
     * {@code header.NAME} whose value is a reference to a secret.
     */
    static Credentials of(Map<String, String> settings) {
        List<Credentials> all = new ArrayList<>(List.of(main(settings)));
        settings.forEach((key, value) -> {
            if (key.startsWith(HEADER) && Secret.isReference(value)) {
                all.add(new Header(key.substring(HEADER.length()), Secret.of(value)));
            }
        });
        return all.size() == 1 ? all.getFirst() : new Several(List.copyOf(all));
    }

    private static Credentials main(Map<String, String> settings) {
        if (settings.containsKey("token")) {
            return new Bearer(Secret.of(settings.get("token")));
        }
        if (!settings.containsKey("username")) {
            return new None();
        }
        if (!settings.containsKey("password")) {
            throw new FailureException(new Failure.Rejected("A connection has a username without a password",
                    "Basic authentication needs both.", "Add password: env:NAME to the connection in the workspace file."));
        }
        return new Basic(settings.get("username"), Secret.of(settings.get("password")));
    }
}
