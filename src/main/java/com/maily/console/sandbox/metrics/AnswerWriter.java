package com.maily.console.sandbox.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.maily.console.sandbox.metrics.promql.Outcome;
import com.maily.console.sandbox.metrics.promql.Outcome.Run;
import com.maily.console.sandbox.metrics.store.Labels;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes answers as Prometheus' API does, values as strings. */
final class AnswerWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private AnswerWriter() { }

    static String success(Outcome answer) {
        return object(json -> {
            json.writeStringField("status", "success");
            json.writeObjectFieldStart("data");
            data(json, answer);
            json.writeEndObject();
        });
    }

    static String error(String type, String message) {
        return object(json -> {
            json.writeStringField("status", "error");
            json.writeStringField("errorType", type);
            json.writeStringField("error", message);
        });
    }

    static String texts(Collection<String> texts) {
        return object(json -> {
            json.writeStringField("status", "success");
            json.writeArrayFieldStart("data");
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        });
    }

    static String series(List<Labels> all) {
        return object(json -> {
            json.writeStringField("status", "success");
            json.writeArrayFieldStart("data");
            for (Labels labels : all) {
                labels(json, labels.asMap());
            }
            json.writeEndArray();
        });
    }

    static String buildInfo() {
        return object(json -> {
            json.writeStringField("status", "success");
            json.writeFieldName("data");
            // The version whose behaviour the sandbox copies.
            labels(json, Map.of("version", "2.42.0", "revision", "sandbox"));
        });
    }

    /** @param address host and port of the page that is scraped */
    static String targets(String address, String lastScrape, String lastError) {
        return object(json -> {
            json.writeStringField("status", "success");
            json.writeObjectFieldStart("data");
            json.writeArrayFieldStart("activeTargets");
            json.writeStartObject();
            json.writeFieldName("discoveredLabels");
            labels(json, Map.of("__address__", address, "__metrics_path__", "/metrics", "__scheme__", "http", "job", "maily"));
            json.writeFieldName("labels");
            labels(json, Map.of("instance", address, "job", "maily"));
            json.writeStringField("scrapePool", "maily");
            json.writeStringField("scrapeUrl", "http://" + address + "/metrics");
            json.writeStringField("lastError", lastError);
            json.writeStringField("lastScrape", lastScrape);
            json.writeStringField("health", lastError.isEmpty() ? "up" : "down");
            json.writeStringField("scrapeInterval", "5s");
            json.writeStringField("scrapeTimeout", "5s");
            json.writeEndObject();
            json.writeEndArray();
            json.writeArrayFieldStart("droppedTargets");
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void data(JsonGenerator json, Outcome answer) throws IOException {
        switch (answer) {
            case Outcome.Scalar(long at, double value) -> single(json, "scalar", at, Numbers.value(value));
            case Outcome.Text(long at, String value) -> single(json, "string", at, value);
            case Outcome.Vector(List<Run> runs) -> runs(json, "vector", runs);
            case Outcome.Matrix(List<Run> runs) -> runs(json, "matrix", runs);
        }
    }

    private static void single(JsonGenerator json, String type, long at, String value) throws IOException {
        json.writeStringField("resultType", type);
        json.writeFieldName("result");
        sample(json, at, value);
    }

    private static void runs(JsonGenerator json, String type, List<Run> runs) throws IOException {
        json.writeStringField("resultType", type);
        json.writeArrayFieldStart("result");
        for (Run run : runs) {
            json.writeStartObject();
            json.writeFieldName("metric");
            labels(json, run.labels().asMap());
            if (type.equals("vector")) {
                json.writeFieldName("value");
                sample(json, run.times()[0], Numbers.value(run.values()[0]));
            } else {
                json.writeArrayFieldStart("values");
                for (int i = 0; i < run.times().length; i++) {
                    sample(json, run.times()[i], Numbers.value(run.values()[i]));
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void sample(JsonGenerator json, long at, String value) throws IOException {
        json.writeStartArray();
        json.writeNumber(Numbers.time(at));
        json.writeString(value);
        json.writeEndArray();
    }

    private static void labels(JsonGenerator json, Map<String, String> labels) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, String> label : labels.entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
    }

    private static String object(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
