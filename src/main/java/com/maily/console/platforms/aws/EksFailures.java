package com.maily.console.platforms.aws;

import com.maily.console.core.model.Failure;
import com.maily.console.platforms.http.Redaction;
import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the SDK's errors into {@link Failure}s, for what is asked of EKS and of AWS's credentials. */
final class EksFailures {

    private static final int LONGEST_TEXT = 300;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private EksFailures() { }

    /** @param action as it starts a sentence: {@code Looking up the EKS cluster prod} */
    static Failure of(String action, SdkException error, String profile) {
        String what = action + " failed";
        return switch (error) {
            case AwsServiceException answered -> answered(what, answered, profile);
            case ApiCallTimeoutException _ -> new Failure.TimedOut(what, "AWS did not answer in time.",
                    "Check the connection and try again.");
            default -> unanswered(what, error, profile);
        };
    }

    private static Failure answered(String what, AwsServiceException error, String profile) {
        String why = "AWS answered " + code(error) + ": " + said(error) ;
        if (error.isThrottlingException()) {
            return new Failure.Throttled(what, why, "It is tried again after a wait.", PAUSE);
        }
        return switch (error.statusCode()) {
            case 401, 403 -> new Failure.Denied(what, why, signIn(profile));
            case 404 -> new Failure.Missing(what, why, "Check the cluster's name and region.");
            case 408 -> new Failure.TimedOut(what, why, "Try again.");
            default -> error.statusCode() >= 500 ? new Failure.Unreachable(what, why, "Try again soon.")
                    : code(error).contains("Expired") || code(error).contains("Token")
                    ? new Failure.Denied(what, why, signIn(profile))
                    : new Failure.Rejected(what, why, "Correct what is named and try again.");
        };
    }

    /** No answer: no credentials to ask with, or no way there. */
    private static Failure unanswered(String what, SdkException error, String profile) {
        String text = said(error);
        boolean unsigned = text.matches("(?i).*(credentials|profile|token|sso|expired).*");
        return unsigned ? new Failure.Denied(what, "There are no usable AWS credentials: " + text, signIn(profile))
                : new Failure.Unreachable(what, "AWS cannot be reached: " + text, "Check the network, the region and the proxy.");
    }

    private static String signIn(String profile) {
        return "Sign in with aws sso login" + (profile.isEmpty() ? "" : " --profile " + profile) + ", or renew the credentials.";
    }

    private static String code(AwsServiceException error) {
        String code = error.awsErrorDetails() == null ? null : error.awsErrorDetails().errorCode();
        return code == null ? Integer.toString(error.statusCode()) : code;
    }

    private static String said(SdkException error) {
        String message = error instanceof AwsServiceException answered && answered.awsErrorDetails() != null
                ? answered.awsErrorDetails().errorMessage() : error.getMessage();
        String line = Redaction.of(message == null ? "no reason given" : message.replaceAll("\\s+", " "));
        String plain = line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
        return plain.matches(".*[.…]") ? plain : plain + ".";
    }
}
