package com.maily.console.sandbox.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Turns a right reply into what a fault makes of it. */
final class Spoiler {

    private static final String EMPTY = "{\"status\":\"success\",\"data\":{\"resultType\":\"%s\",\"result\":[]}}";

    private static final String PAIR = "\\[[0-9.]+,\"[^\"]*\"]";
    private static final Pattern VALUES = Pattern.compile("\"values\":\\[(" + PAIR + "(?:," + PAIR + ")*+)]");

    private Spoiler() { }

    /**
     * Empty when the connection is to be closed without a reply.
     *
     * @param query what was asked, for faults of some questions only
     */
    static Optional<Reply> spoil(WireFault fault, String query, Reply right) {
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
            case WireFault.Refused(String why) -> Optional.of(Reply.error(422, "execution", why));
            case WireFault.ErrorInOk(String why) -> Optional.of(body(right, AnswerWriter.error("execution", why)));
            case WireFault.Partial(String warning) -> Optional.of(body(right, right.body().replaceFirst("\"status\":\"success\",",
                    Matcher.quoteReplacement("\"status\":\"success\",\"warnings\":[\"" + warning + "\"],"))));
            case WireFault.Duplicated _ -> Optional.of(body(right, points(right, pairs -> pairs.stream()
                    .flatMap(pair -> Stream.of(pair, pair)).toList())));
            case WireFault.Unordered _ -> Optional.of(body(right, points(right, List::reversed)));
            case WireFault.Only(String text, WireFault inner) -> query.contains(text) ? spoil(inner, query, right)
                    : Optional.of(right);
        };
    }

    /** The body with the points of each series of a range changed. */
    private static String points(Reply right, UnaryOperator<List<String>> change) {
        return VALUES.matcher(right.body()).replaceAll(found -> {
            List<String> pairs = Pattern.compile(PAIR).matcher(found.group(1)).results().map(MatchResult::group).toList();
            return Matcher.quoteReplacement("\"values\":[" + String.join(",", change.apply(pairs)) + "]");
        });
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
