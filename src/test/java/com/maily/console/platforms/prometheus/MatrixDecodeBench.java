package com.maily.console.platforms.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.bench.Bench;
import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long the largest answer takes to become an {@link Answer}: as it streams by, and by way of a tree of all of it. */
@Tag("bench")
class MatrixDecodeBench {

    private static final int SERIES = 50;
    private static final int POINTS = 11_000;
    private static final int WARM = 5;
    private static final int MEASURED = 11;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonFactory STREAM = JSON.getFactory();

    private interface Decoding {
        Answer answer(byte[] body) throws IOException;
    }

    private static byte[] body() {
        Random random = new Random(77);
        StringBuilder text = new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
        for (int series = 0; series < SERIES; series++) {
            text.append(series == 0 ? "" : ",").append("{\"metric\":{\"__name__\":\"http_requests\",\"component\":\"api\",\"instance\":\"")
                    .append(series).append("\"},\"values\":[");
            for (int point = 0; point < POINTS; point++) {
                text.append(point == 0 ? "" : ",").append('[').append(1_795_195_395L + 15L * point).append(",\"")
                        .append(point % 97 == 0 ? "NaN" : Double.toString(random.nextDouble() * 1_000)).append("\"]");
            }
            text.append("]}");
        }
        return text.append("]}}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Answer streamed(byte[] body) throws IOException {
        try (JsonParser parser = STREAM.createParser(body)) {
            return AnswerDecoder.decode(parser);
        }
    }

    private static Answer byTree(byte[] body) throws IOException {
        List<Series> all = new ArrayList<>();
        for (JsonNode series : JSON.readTree(body).at("/data/result")) {
            Map<String, String> labels = new TreeMap<>();
            series.path("metric").properties().forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
            List<Sample> samples = new ArrayList<>();
            series.path("values").forEach(pair -> samples.add(new Sample(
                    Instant.ofEpochMilli(Math.round(pair.path(0).asDouble() * 1_000)), AnswerDecoder.number(pair.path(1).asText()))));
            all.add(new Series(labels, samples));
        }
        return new Answer(all, List.of());
    }

    private static double millis(Decoding decoding, byte[] body) throws IOException {
        long begin = System.nanoTime();
        assertThat(decoding.answer(body).series()).hasSize(SERIES);
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(double[] times) {
        return Arrays.stream(times).sorted().toArray()[times.length / 2];
    }

    @Test
    void streamingBesideATree() throws Exception {
        byte[] body = body();
        assertThat(streamed(body)).isEqualTo(byTree(body));
        double[] ours = new double[MEASURED];
        double[] tree = new double[MEASURED];
        for (int run = -WARM; run < MEASURED; run++) {
            double streamed = millis(MatrixDecodeBench::streamed, body);
            double whole = millis(MatrixDecodeBench::byTree, body);
            if (run >= 0) {
                ours[run] = streamed;
                tree[run] = whole;
            }
        }
        Bench.record("matrix_decode_ms", median(ours));
        Bench.record("matrix_decode_ratio_tree", median(ours) / median(tree));
    }
}
