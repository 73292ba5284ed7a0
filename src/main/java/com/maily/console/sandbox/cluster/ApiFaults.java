package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Troubles the wire face can be told to make, for tests and scenarios. Thread-safe. */
public final class ApiFaults {

    /** One kind of trouble. */
    public sealed interface Fault {
        /** An error answer. @param retryAfter sent with 429 and 5xx when it is not zero */
        record Code(int code, Duration retryAfter) implements Fault {
            public Code(int code) {
                this(code, Duration.ZERO);
            }
        }
        /** The true answer, later; in the wall's time. */
        record Slow(Duration by) implements Fault { }
        /** The true answer, cut in the middle. */
        record Truncated() implements Fault { }
        /** Something that is no JSON, such as a proxy's error page. */
        record NotJson() implements Fault { }
        /** The connection ends without an answer. */
        record Hangup() implements Fault { }
    }

    private record Rule(String method, Pattern path, Fault fault, AtomicInteger left) { }

    private final List<Rule> rules = new ArrayList<>();
    private final AtomicInteger watchGeneration = new AtomicInteger();

    /**
     * Gives the next {@code times} matching requests this trouble.
     *
     * @param method an HTTP method, {@code WATCH} for watches, {@code *} for all
     * @param path   a regular expression found anywhere in the path
     */
    public synchronized void next(int times, String method, String path, Fault fault) {
        rules.add(new Rule(method, Pattern.compile(path), fault, new AtomicInteger(times)));
    }

    /** Ends all watches that are open now. */
    public void dropWatches() {
        watchGeneration.incrementAndGet();
    }

    /** Ends all troubles. */
    public synchronized void clear() {
        rules.clear();
    }

    synchronized Optional<Fault> take(Call call) {
        String method = call.watches() ? "WATCH" : call.method();
        Optional<Rule> rule = rules.stream().filter(r -> r.method().equals("*") || r.method().equals(method))
                .filter(r -> r.path().matcher(call.path()).find()).findFirst();
        rule.filter(r -> r.left().decrementAndGet() <= 0).ifPresent(rules::remove);
        return rule.map(Rule::fault);
    }

    int watchGeneration() {
        return watchGeneration.get();
    }

    static ApiError error(Fault.Code fault, Call call) {
        ObjectNode details = Json.object();
        if (fault.retryAfter().toSeconds() > 0) {
            details.put("retryAfterSeconds", fault.retryAfter().toSeconds());
        }
        return switch (fault.code()) {
            case 401 -> new ApiError(401, "Unauthorized", "Unauthorized");
            case 403 -> new ApiError(403, "Forbidden", Access.refusal("maily-sandbox", call), Access.details(call));
            case 404 -> ApiError.noSuchResource();
            case 409 -> new ApiError(409, "Conflict",
                    "Operation cannot be fulfilled on the object: the object has been modified; please "
                    + "apply your changes to the latest version and try again");
            case 410 -> ApiError.expired(1, 2);
            case 422 -> ApiError.unprocessable();
            case 429 -> new ApiError(429, "TooManyRequests",
                    "the server has received too many requests and has asked us to try again later",
                    details);
            case 503 -> new ApiError(503, "ServiceUnavailable", "the server is currently unable to handle the request", details);
            default -> new ApiError(fault.code(), "InternalError", "Internal error occurred: the storage did not answer",
                    details);
        };
    }
}
