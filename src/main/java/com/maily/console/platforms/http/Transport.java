package com.maily.console.platforms.http;

import com.maily.console.core.model.Failure;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import javax.net.ssl.SSLException;

/** What went wrong before there was an answer with a status, in the console's words. */
record Transport(JsonClient.Settings settings) {

    /** Host and port of the platform, never with user information. */
    String host() {
        String host = Objects.requireNonNullElse(settings.base().getHost(), "no host");
        return settings.base().getPort() < 0 ? host : host + ":" + settings.base().getPort();
    }

    Failure failure(Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException _ -> timedOut();
            case SSLException e -> new Failure.Denied(subject() + " could not be trusted", said(e),
                    "Check its certificate and the machine's clock.");
            case ConnectException e when rootCause(e) instanceof UnresolvedAddressException -> unknownHost();
            case UnknownHostException _ -> unknownHost();
            case ConnectException _ -> new Failure.Unreachable(subject() + " cannot be reached", "The connection was refused.",
                    "Check that it runs and that the address in the workspace file is right.");
            default -> String.valueOf(cause.getMessage()).contains("exceeds capacity") ? tooLarge() : brokenOff();
        };
    }

    private static Throwable rootCause(Throwable error) {
        return error.getCause() == null ? error : rootCause(error.getCause());
    }

    private Failure unknownHost() {
        return new Failure.Unreachable(subject() + " cannot be found", "Its name does not resolve.",
                "Check the address in the workspace file and the network.");
    }

    Failure timedOut() {
        return new Failure.TimedOut(subject() + " did not answer in time",
                "There was no complete answer within " + settings.timeout().toMillis() / 1000.0 + " s.", "Try again.");
    }

    Failure interrupted() {
        return new Failure.TimedOut(subject() + " was not waited for", "The request was cancelled here.",
                "Start it again if it is still wanted.");
    }

    Failure brokenOff() {
        return new Failure.Unreachable(subject() + " broke off its answer", "The answer is incomplete and was not used.",
                "Try again.");
    }

    Failure notJson(String contentType) {
        return new Failure.Rejected(subject() + " did not answer in JSON", "The answer is " + Redaction.of(contentType) + ".",
                "Check that the address in the workspace file is the platform's and not a proxy's or a sign-in page's.");
    }

    private Failure tooLarge() {
        return new Failure.Rejected(subject() + " sent too large an answer",
                "It is larger than " + (settings.bodyLimit() >> 20) + " MiB and was not read.",
                        "Ask for less: a shorter time or fewer series.");
    }

    private String subject() {
        return settings.platform() + " (" + host() + ")";
    }

    private static String said(Exception error) {
        return Redaction.of(Objects.requireNonNullElse(error.getMessage(), "no reason was given"));
    }
}
