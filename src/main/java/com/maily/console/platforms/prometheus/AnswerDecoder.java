package com.maily.console.platforms.prometheus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.NumberInput;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads one answer of {@code query} or {@code query_range} as it streams by. It goes by the shape of the result and not by {@code
 * resultType}, which some servers send after it. Values are strings because JSON has no NaN and no infinity.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">the HTTP API's documentation</a>
 */
final class AnswerDecoder {

    private final JsonParser parser;
    private final List<Series> series = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final HistogramSamples histograms = new HistogramSamples();
    private boolean answered;
    private String error = "";

    private AnswerDecoder(JsonParser parser) {
        this.parser = parser;
    }

    static Answer decode(JsonParser parser) throws IOException {
        return new AnswerDecoder(parser).envelope();
    }

    private Answer envelope() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw strange();
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "data" -> data();
                case "warnings", "infos" -> texts();
                case "error" -> error = parser.getValueAsString("");
                default -> parser.skipChildren();
            }
        }
        if (!answered) {
            throw error.isEmpty() ? strange() : new FailureException(new Failure.Rejected(
                    "Prometheus cannot evaluate the query", error + ".",
                    "Correct the query in the workspace file."));
        }
        histograms.warning(!series.isEmpty()).ifPresent(warnings::add);
        return new Answer(series, List.copyOf(warnings));
    }

    private void data() throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("result") && parser.isExpectedStartArrayToken()) {
                result();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void result() throws IOException {
        answered = true;
        JsonToken token = parser.nextToken();
        if (token != null && token.isNumeric()) {
            List<Sample> samples = new ArrayList<>();
            restOfPair(samples);
            addIfAny(Map.of(), samples);
            return;
        }
        for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw strange();
            }
            oneSeries();
        }
    }

    private void oneSeries() throws IOException {
        Map<String, String> labels = new TreeMap<>();
        List<Sample> samples = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "metric" -> labels(labels);
                case "value" -> pair(samples);
                case "values" -> pairs(samples);
                case "histogram" -> histograms.read(parser);
                case "histograms" -> {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        histograms.read(parser);
                    }
                }
                default -> parser.skipChildren();
            }
        }
        addIfAny(labels, samples);
    }

    private void addIfAny(Map<String, String> labels, List<Sample> samples) {
        if (!samples.isEmpty()) {
            series.add(new Series(labels, samples));
        }
    }

    private void labels(Map<String, String> labels) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            labels.put(name, parser.getValueAsString(""));
        }
    }

    private void pairs(List<Sample> samples) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            pair(samples);
        }
    }

    private void pair(List<Sample> samples) throws IOException {
        if (!parser.isExpectedStartArrayToken() || !parser.nextToken().isNumeric()) {
            throw strange();
        }
        restOfPair(samples);
    }

    private void restOfPair(List<Sample> samples) throws IOException {
        // Whole seconds or milliseconds: a double holds both exactly enough for some thousand years.
        Instant at = Instant.ofEpochMilli(parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() * 1_000
                : Math.round(parser.getDoubleValue() * 1_000));
        parser.nextToken();
        try {
            samples.add(new Sample(at, number()));
        } catch (NumberFormatException e) {
            warnings.add("The query gives a text and not a number: \"" + parser.getValueAsString("") + "\".");
        }
        if (parser.nextToken() != JsonToken.END_ARRAY) {
            throw strange();
        }
    }

    /** From the parser's own buffer: a text for each of half a million numbers would be most of the work. */
    private double number() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return number(parser.getValueAsString(""));
        }
        char[] text = parser.getTextCharacters();
        int start = parser.getTextOffset();
        int length = parser.getTextLength();
        boolean digits = length > 1 && Character.isDigit(text[start + 1]) || length > 0 && Character.isDigit(text[start]);
        return digits ? NumberInput.parseDouble(text, start, length, true) : number(parser.getText());
    }

    static double number(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private void texts() throws IOException {
        if (!parser.isExpectedStartArrayToken()) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            warnings.add(parser.getValueAsString(""));
        }
    }

    static FailureException strange() {
        return new FailureException(new Failure.Rejected("The answer is not Prometheus'", "It is JSON of another form.",
                "Check that the address in the workspace file is that of a Prometheus API, with its path prefix."));
    }
}
