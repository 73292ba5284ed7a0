package com.maily.console.platforms.aws;

import com.maily.console.core.model.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Turns the SDK's errors into {@link Failure}s; the only place that knows them. */
final class AwsFailures {

    private static final int LONGEST_TEXT = 300;
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);
    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId",
            "UnrecognizedClientException", "UnauthorizedException", "MissingAuthenticationToken", "SignatureDoesNotMatch");
    private static final Set<String> FORBIDDEN = Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation",
            "OptInRequired");

    private AwsFailures() { }

    /** @param action what was tried, as it starts a sentence; @param profile empty where none is named */
    static Failure translate(String action, Throwable error, String profile) {
        String what = action + " failed";
        Optional<AwsServiceException> answer = chain(error).filter(AwsServiceException.class::isInstance)
                .map(AwsServiceException.class::cast).findFirst();
        return answer.map(e -> answered(what, e, profile)).orElseGet(() -> unanswered(what, error, profile));
    }

    private static Failure answered(String what, AwsServiceException error, String profile) {
        String code = error.awsErrorDetails() == null || error.awsErrorDetails().errorCode() == null ? ""
                : error.awsErrorDetails().errorCode();
        String text = sentence(error.awsErrorDetails() == null || error.awsErrorDetails().errorMessage() == null
                ? error.getMessage()
                : error.awsErrorDetails().errorMessage());
        if (EXPIRED.contains(code)) {
            return signedOut(what, "AWS does not accept our credentials (" + code + "): " + text, profile);
        }
        if (FORBIDDEN.contains(code) || error.statusCode() == 403) {
            return new Failure.Denied(what, text, "Ask for the permission that is named.");
        }
        if (error.isThrottlingException() || error.statusCode() == 429) {
            return new Failure.Throttled(what, "AWS has too many requests (" + code + "): " + text,
                    "It is tried again after the wait.",
                    DEFAULT_WAIT);
        }
        if (code.endsWith("NotFound") || error.statusCode() == 404) {
            return new Failure.Missing(what, text, "Check the name and the region in the workspace file.");
        }
        return error.statusCode() >= 500
                ? new Failure.Unreachable(what, "AWS has a problem of its own (" + error.statusCode() + "): " + text,
                "Try again soon.")
                : new Failure.Rejected(what, text + (code.isEmpty() ? "" : " (" + code + ")"),
                "Correct what is named and try again.");
    }

    private static Failure unanswered(String what, Throwable error, String profile) {
        if (has(error, ApiCallTimeoutException.class) || has(error, ApiCallAttemptTimeoutException.class)) {
            return new Failure.TimedOut(what, "AWS did not answer in time.", "Check the network, then try again.");
        }
        if (has(error, UnknownHostException.class) || has(error, ConnectException.class)) {
            return new Failure.Unreachable(what, "AWS cannot be reached: " + sentence(root(error)),
                    "Check the network and the region.");
        }
        String text = sentence(error.getMessage());
        if (text.contains("credential") || text.contains("SSO") || text.contains("profile") || text.contains("token")) {
            return signedOut(what, "There are no credentials for AWS: " + text, profile);
        }
        if (has(error, IOException.class)) {
            return new Failure.Unreachable(what, "The connection to AWS broke: " + sentence(root(error)), "Try again soon.");
        }
        return new Failure.Unreachable(what, "AWS gave no answer that can be read: " + text,
                "Check that the endpoint really is AWS, and no proxy.");
    }

    private static Failure signedOut(String what, String why, String profile) {
        String login = "aws sso login" + (profile.isEmpty() ? "" : " --profile " + profile);
        return new Failure.Denied(what, why, "Sign in again: " + login + ", or renew the keys of the profile.");
    }

    private static String root(Throwable error) {
        return chain(error).reduce((_, last) -> last).map(last -> last.getClass().getSimpleName()
                + (last.getMessage() == null ? "" : " (" + last.getMessage() + ")")).orElse("");
    }

    private static String sentence(String text) {
        String line = text == null || text.isBlank() ? "no reason given" : text.strip().replaceAll("\\s+", " ")
                .replaceAll(" ?\\(Service: .*", "");
        String plain = line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
        return plain.endsWith(".") || plain.endsWith("…") ? plain : plain + ".";
    }

    private static boolean has(Throwable error, Class<? extends Throwable> type) {
        return chain(error).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> chain(Throwable error) {
        return Stream.iterate(error, each -> each != null, Throwable::getCause).limit(20);
    }
}
