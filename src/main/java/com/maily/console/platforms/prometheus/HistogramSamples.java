package com.maily.console.platforms.prometheus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.io.IOException;
import java.util.Optional;

/**
 * The native histograms of one answer, {@code [time, {count, sum, buckets}]}. A whole distribution is no number that could be
 * held against a limit, and its count or sum would be taken for what it is not; so the query is told how to ask for one.
 */
final class HistogramSamples {

    private static final String ADVICE =
            "ask for histogram_quantile(0.99, sum(rate(…))), histogram_avg(…) or histogram_count(…).";

    private int samples;
    private int buckets;
    private String count = "0";
    private String sum = "0";

    void read(JsonParser parser) throws IOException {
        if (!parser.isExpectedStartArrayToken() || !parser.nextToken().isNumeric()
                || parser.nextToken() != JsonToken.START_OBJECT) {
            throw AnswerDecoder.strange();
        }
        samples++;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "count" -> count = parser.getValueAsString("0");
                case "sum" -> sum = parser.getValueAsString("0");
                case "buckets" -> buckets = counted(parser);
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != JsonToken.END_ARRAY) {
            throw AnswerDecoder.strange();
        }
    }

    private static int counted(JsonParser parser) throws IOException {
        int counted = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            counted++;
        }
        return counted;
    }

    /**
     * What to say beside the numbers; empty when there was no histogram.
     *
     * @throws FailureException {@code Rejected} when there were histograms and nothing else
     */
    Optional<String> warning(boolean besideNumbers) {
        if (samples == 0) {
            return Optional.empty();
        }
        if (besideNumbers) {
            return Optional.of("Besides numbers the query gives native histograms, which are not shown; " + ADVICE);
        }
        throw new FailureException(new Failure.Rejected("The query gives native histograms and not numbers",
                "The newest has " + count + " observations with a sum of " + sum + " in " + buckets
                + " buckets, which no limit can be held against.", "To have one number, " + ADVICE));
    }
}
