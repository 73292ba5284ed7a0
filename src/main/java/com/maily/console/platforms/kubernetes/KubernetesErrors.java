package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.core.JacksonException;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the SDK's errors into {@link Failure}s; the only place that knows them. */
final class KubernetesErrors {

    private static final Pattern FORBIDDEN = Pattern.compile(
            "cannot (\\w+) resource \"([^\"]+)\"(?: in API group \"[^\"]*\")?(?: in the namespace \"([^\"]+)\")?");
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);
    private static final int LONGEST_TEXT = 300;

    private KubernetesErrors() { }

    /** @param action what was tried, as it starts a sentence; @param asked the wait a 429 asked for in its header */
    static Failure translate(String action, Throwable error, Optional<Duration> asked) {
        String what = action + " failed";
        Optional<Failure> known = chain(error).filter(FailureException.class::isInstance)
                .map(one -> ((FailureException) one).failure()).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        Optional<KubernetesClientException> answer = chain(error).filter(KubernetesClientException.class::isInstance)
                .map(KubernetesClientException.class::cast).filter(e -> e.getCode() >= 400).findFirst();
        return answer.map(e -> answered(what, e, asked)).orElseGet(() -> unanswered(what, error));
    }

    private static Failure answered(String what, KubernetesClientException error, Optional<Duration> asked) {
        String text = text(error);
        return switch (error.getCode()) {
            case 401 -> new Failure.Denied(what,
                    "The cluster does not accept our credentials (401); the token has probably expired.",
                    "Sign in again and refresh the kubeconfig.");
            case 403 -> forbidden(what, text);
            case 404 -> new Failure.Missing(what, text, "Check the name and the namespace in the workspace file.");
            case 409 -> new Failure.Conflict(what, text, "Look at what was changed, then try again.");
            case 410 -> new Failure.Missing(what, "The cluster no longer keeps that version (410): " + text,
                    "Read it again from now.");
            case 429 -> new Failure.Throttled(what, "The cluster has too many requests (429): " + text,
                    "It is tried again after the wait.",
                    retryAfter(error).or(() -> asked).orElse(DEFAULT_WAIT));
            case 504, 408 -> new Failure.TimedOut(what, "The cluster gave up waiting (" + error.getCode() + "): " + text,
                    "Try again.");
            default -> error.getCode() >= 500
                    ? new Failure.Unreachable(what, "The cluster has a problem of its own (" + error.getCode() + "): " + text,
                            "Try again soon.")
                    : new Failure.Rejected(what, text + causes(error), "Correct what is named and try again.");
        };
    }

    private static Failure forbidden(String what, String text) {
        Matcher verb = FORBIDDEN.matcher(text);
        if (!verb.find()) {
            return new Failure.Denied(what, text, "Ask the cluster's administrator.");
        }
        String where = verb.group(3) == null ? "in the cluster" : "in namespace " + verb.group(3);
        return new Failure.Denied(what, "Our account may not " + verb.group(1) + " " + verb.group(2) + " " + where + " (403).",
                "Ask for the verb " + verb.group(1) + " on " + verb.group(2) + ".");
    }

    private static Failure unanswered(String what, Throwable error) {
        if (has(error, InterruptedException.class)) {
            Thread.currentThread().interrupt();
            return new Failure.TimedOut(what, "It was cancelled while waiting for the cluster.",
                    "Start it again if it is still wanted.");
        }
        if (has(error, HttpTimeoutException.class) || has(error, TimeoutException.class)) {
            return new Failure.TimedOut(what, "The cluster did not answer in time.", "Check the connection and try again.");
        }
        if (has(error, JacksonException.class)) {
            return new Failure.Unreachable(what, "The answer was cut off or is not the JSON of a Kubernetes API.",
                    "Check that the kubeconfig's server really is one, and no proxy's page.");
        }
        if (has(error, IOException.class)) {
            return new Failure.Unreachable(what, "The cluster cannot be reached: " + unreachable(error) + ".",
                    "Check the network and the kubeconfig's server.");
        }
        return new Failure.Defect(what, "The Kubernetes client gave up: " + named(error) + ".", "Report this with the log.");
    }

    private static String unreachable(Throwable error) {
        if (has(error, UnresolvedAddressException.class) || has(error, UnknownHostException.class)) {
            return "its server's name is not known";
        }
        if (has(error, ConnectException.class)) {
            return "the connection was refused";
        }
        return chain(error).filter(IOException.class::isInstance).map(KubernetesErrors::named).reduce((a, b) -> b).orElse("");
    }

    private static String named(Throwable error) {
        String name = error.getClass().getSimpleName();
        String message = error.getMessage();
        return message == null || message.isBlank() ? name : shortened(message) + " (" + name + ")";
    }

    private static String text(KubernetesClientException error) {
        Status status = error.getStatus();
        String message = status != null && status.getMessage() != null ? status.getMessage() : error.getMessage();
        String plain = message == null || message.isBlank() ? "no reason given" : shortened(message.strip());
        return plain.endsWith(".") ? plain : plain + ".";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
    }

    private static String causes(KubernetesClientException error) {
        List<StatusCause> causes = details(error).map(StatusDetails::getCauses).orElse(List.of());
        return causes.isEmpty() ? "" : causes.stream().map(cause -> cause.getField() + ": " + cause.getMessage())
                .collect(Collectors.joining("; ", " Named are ", "."));
    }

    private static Optional<Duration> retryAfter(KubernetesClientException error) {
        return details(error).map(StatusDetails::getRetryAfterSeconds).filter(s -> s > 0).map(Duration::ofSeconds);
    }

    private static Optional<StatusDetails> details(KubernetesClientException error) {
        return Optional.ofNullable(error.getStatus()).map(Status::getDetails);
    }

    private static boolean has(Throwable error, Class<? extends Throwable> type) {
        return chain(error).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> chain(Throwable error) {
        return Stream.iterate(error, e -> e != null, Throwable::getCause).limit(20);
    }
}
