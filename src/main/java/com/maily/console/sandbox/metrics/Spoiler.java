package com.maily.console.sandbox.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns a right reply into what a fault makes of it. */
final class Spoiler {

    private static final String EMPTY = "{\"status\":\"success\",\"data\":{\"resultType\":\"%s\",\"result\":[]}}";

    private Spoiler() { }

    /** Empty when the connection is to be closed without a reply. */
    static Optional<Reply> spoil(WireFault fault, Reply right) {
        return switch (fault) {
            case WireFault.Slow(Duration delay) -> {
                pause(delay);
                yield Optional.of(right);
            }
            case WireFault.Throttled(Duration wait) ->
                    Optional.of(Reply.text(429, "too many requests\n").with("Retry-After", String.valueOf(wait.toSeconds())));
            case WireFault.Unavailable _ -> Optional.of(Reply.error(503, "unavailable", "TSDB not ready"));
            case WireFault.Truncated _ -> Optional.of(body(right, right.body().substring(0, right.body().length() / 2)));
            case WireFault.Html _ -> Optional.of(new Reply(200, "text/html; charset=utf-8", Map.of(),
                    "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>"));
            case WireFault.Huge(int series) -> Optional.of(body(right, huge(series, right)));
            case WireFault.NotANumber _ -> Optional.of(body(right, right.body().replaceAll(",\"[^\"]*\"\\]", ",\"NaN\"]")));
            case WireFault.Empty _ -> Optional.of(body(right, EMPTY.formatted(resultType(right))));
            case WireFault.Dropped _ -> Optional.empty();
        };
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Reply body(Reply right, String body) {
        return new Reply(right.status(), right.contentType(), right.headers(), body);
    }

    private static String resultType(Reply right) {
        return right.body().contains("\"resultType\":\"matrix\"") ? "matrix" : "vector";
    }

    private static String huge(int series, Reply right) {
        boolean matrix = resultType(right).equals("matrix");
        String sample = matrix ? "\"values\":[[0,\"1\"]]" : "\"value\":[0,\"1\"]";
        String result = IntStream.range(0, series).mapToObj(i -> "{\"metric\":{\"instance\":\"" + i + "\"}," + sample + '}')
                .collect(Collectors.joining(","));
        return EMPTY.formatted(resultType(right)).replace("[]", '[' + result + ']');
    }
}
