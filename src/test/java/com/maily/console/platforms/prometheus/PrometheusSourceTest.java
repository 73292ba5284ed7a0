package com.maily.console.platforms.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.core.port.Sample;
import com.maily.console.platforms.http.LoopbackServer;
import com.maily.console.platforms.http.LoopbackServer.Reply;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusSourceTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_795_195_417_340L);

    @Test
    void readsAVectorWithItsLabelsAndTimes() throws Exception {
        Answer answer = recorded("http_requests_total{service=\"web\"}");
        assertThat(answer.series()).hasSize(4);
        assertThat(answer.series().getFirst().labels()).containsEntry("code", "200").containsEntry("version", "canary");
        assertThat(answer.series().getFirst().samples()).containsExactly(new Sample(NOW, 39_963));
    }

    @Test
    void readsScalarsMatricesAndNumbersOfEveryForm() throws Exception {
        assertThat(recorded("scalar(vector(42))").single()).isEqualTo(42);
        assertThat(recorded("vector(0)/vector(0)").single()).isNaN();
        assertThat(recorded("vector(1)/vector(0)").single()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(recorded("vector(-1)/vector(0)").single()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(recorded("vector(1e21)").single()).isEqualTo(1e21);
        assertThat(recorded("http_requests_total{service=\"web\",version=\"stable\"}[10s]").series())
                .allSatisfy(series -> assertThat(series.samples()).hasSize(5));
    }

    @Test
    void nothingIsNoDataAndATextIsAWarning() throws Exception {
        assertThat(recorded("nothing_here").series()).isEmpty();
        assertThat(recorded("nothing_here").single()).isNaN();
        assertThat(recorded("\"hello\"").series()).isEmpty();
        assertThat(recorded("\"hello\"").warnings()).singleElement().asString().contains("hello");
    }

    @Test
    void aRangeKeepsItsGapsAndItsNaNs() throws Exception {
        try (LoopbackServer server = new LoopbackServer(new RecordedPrometheus()::reply); PrometheusSource source = source(server,
                Map.of())) {
            Answer gaps = source.range("vector(1) and on() (vector(time()) % 60 < 20)", at(1_795_195_110), at(1_795_195_410),
                    Duration.ofSeconds(10));
            assertThat(gaps.series().getFirst().samples()).extracting(Sample::at).hasSize(10).contains(at(1_795_195_150),
                    at(1_795_195_200));
            Answer nan = source.range("vector(0)/vector(0)", at(1_795_195_350), at(1_795_195_410), Duration.ofSeconds(15));
            assertThat(nan.series().getFirst().samples()).hasSize(5).allSatisfy(sample -> assertThat(sample.value()).isNaN());
        }
    }

    @Test
    void sendsTimesAsUnixSecondsAndEndsOnTheStep() throws Exception {
        try (LoopbackServer server = new LoopbackServer(_ -> vector("[]")); PrometheusSource source = source(server, Map.of())) {
            source.instant("up", NOW);
            source.range("up", at(1_795_195_371), at(1_795_195_412), Duration.ofSeconds(15));
            assertThat(form(server, 0)).containsEntry("time", "1795195417.34");
            assertThat(form(server, 1)).containsEntry("start", "1795195365").containsEntry("end", "1795195410")
                    .containsEntry("step", "15");
            assertThat(server.asked()).extracting(LoopbackServer.Asked::method).containsOnly("POST");
        }
    }

    @Test
    void aRangeTooLongForOneAnswerIsAskedInPartsAndJoined() throws Exception {
        try (LoopbackServer server = new LoopbackServer(PrometheusSourceTest::steps); PrometheusSource source = source(server,
                Map.of())) {
            Answer answer = source.range("up", at(0), at(24_999), Duration.ofSeconds(1));
            assertThat(server.asked()).hasSize(3);
            assertThat(answer.series()).hasSize(1);
            assertThat(answer.series().getFirst().samples()).hasSize(25_000).doesNotHaveDuplicates();
            assertThat(answer.series().getFirst().samples().getLast().at()).isEqualTo(at(24_999));
        }
    }

    @Test
    void warningsAndInfosComeWithTheData() throws Exception {
        Answer answer = answer("""
                {"status":"success","warnings":["partial answer"],"infos":["metric might not be a counter"],
                 "data":{"result":[{"metric":{"a":"b"},"value":[1.5,"7"]}],"resultType":"vector"}}""");
        assertThat(answer.single()).isEqualTo(7);
        assertThat(answer.warnings()).containsExactly("partial answer", "metric might not be a counter");
    }

    @Test
    void asksAsTheTenantBehindThePrefixAndWithTheOptionsOfThanos() throws Exception {
        try (LoopbackServer server = new LoopbackServer(_ -> vector("[]")); PrometheusSource source = PrometheusSource.of(Map.of(
                "url", server.url() + "/prometheus/", "tenant", "maily", "dedup", "true", "partial-response", "false",
                "username", "console", "password", "file:" + secret()))) {
            source.range("up", at(0), at(60), Duration.ofSeconds(15));
            LoopbackServer.Asked asked = server.asked().getFirst();
            assertThat(asked.path()).isEqualTo("/prometheus/api/v1/query_range");
            assertThat(asked.tenant()).isEqualTo("maily");
            assertThat(asked.authorization()).startsWith("Basic ");
            assertThat(form(server, 0)).containsEntry("dedup", "true").containsEntry("partial_response", "false");
        }
    }

    private static String secret() throws Exception {
        return Files.writeString(Files.createTempFile("secret", ""), "hush").toString();
    }

    @Test
    void whereTheClocksDifferItIsAskedInItsTimeAndAnswersInOurs() throws Exception {
        InstantSource ours = () -> Instant.now().plusSeconds(47);
        Instant now = Instant.ofEpochSecond(ours.instant().getEpochSecond());
        try (LoopbackServer server = new LoopbackServer(PrometheusSourceTest::steps);
             PrometheusSource source = PrometheusSource.of(Map.of("url", server.url()), ours)) {
            Answer answer = source.range("up", now.minusSeconds(10), now, Duration.ofSeconds(1));

            long ahead = now.getEpochSecond() - Long.parseLong(form(server, server.asked().size() - 1).get("end"));
            assertThat(ahead).isBetween(45L, 48L);
            assertThat(answer.series().getFirst().samples()).extracting(Sample::at).hasSize(11).startsWith(now.minusSeconds(10))
                    .endsWith(now);
            assertThat(answer.warnings()).singleElement().asString().matches("The clock of Prometheus is \\d+ s behind .*");
            assertThat(source.clock().sentence("Prometheus")).contains(answer.warnings().getFirst());
        }
    }

    @Test
    void aFewSecondsAreNoSkew() throws Exception {
        InstantSource ours = () -> Instant.now().minusSeconds(3);
        try (LoopbackServer server = new LoopbackServer(PrometheusSourceTest::steps);
             PrometheusSource source = PrometheusSource.of(Map.of("url", server.url()), ours)) {
            assertThat(source.range("up", at(0), at(10), Duration.ofSeconds(1)).warnings()).isEmpty();
            assertThat(form(server, 0)).containsEntry("start", "0");
        }
    }

    @ParameterizedTest
    @CsvSource({"sum(rate(up[5m]),Rejected,unclosed left parenthesis", "up * on(foo) up,Rejected,many-to-many"})
    void aQueryPrometheusCannotEvaluateIsRejectedInItsWords(String query, String kind, String words) throws Exception {
        try (LoopbackServer server = new LoopbackServer(new RecordedPrometheus()::reply); PrometheusSource source = source(server,
                Map.of())) {
            Failure failure = catchThrowableOfType(FailureException.class, () -> source.instant(query, NOW)).failure();
            assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(failure.why()).contains(words);
        }
    }

    @ParameterizedTest
    @CsvSource({"503,timeout,TimedOut", "503,unavailable,Unreachable", "500,internal,Unreachable", "404,not_found,Missing",
            "401,,Denied",
            "403,,Denied", "429,,Throttled", "502,,Unreachable", "504,,Unreachable"})
    void otherErrorsAreToldByKindAlsoWhenAProxyMadeThem(int status, String type, String kind) throws Exception {
        Reply reply = type == null ? new Reply(status, "text/html", "<h1>proxy</h1>", -1)
                : Reply.json(status, "{\"status\":\"error\",\"errorType\":\"" + type
                        + "\",\"error\":\"query timed out in expression evaluation\"}");
        assertThat(failure(_ -> reply).getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void jsonOfAnotherFormAndBrokenJsonAreNotTakenForNoData() throws Exception {
        assertThat(failure(_ -> Reply.json("{}"))).isInstanceOf(Failure.Rejected.class);
        assertThat(failure(_ -> Reply.json("[]"))).isInstanceOf(Failure.Rejected.class);
        assertThat(failure(_ -> vector("[[\"x\"]]"))).isInstanceOf(Failure.Rejected.class);
        assertThat(failure(_ -> new Reply(200, "text/html", "<html>Sign in</html>", -1))).isInstanceOf(Failure.Rejected.class);
        assertThat(failure(_ -> Reply.json("{\"status\":\"success\",\"data\":{\"result\":[{\"metric\"")))
                .isInstanceOf(Failure.Unreachable.class);
    }

    @Test
    void aRangeThatMakesNoSenseIsNotSent() throws Exception {
        try (LoopbackServer server = new LoopbackServer(_ -> vector("[]")); PrometheusSource source = source(server, Map.of())) {
            assertThat(catchThrowableOfType(FailureException.class, () -> source.range("up", NOW, NOW.minusSeconds(60),
                    Duration.ofSeconds(1))))
                    .isNotNull();
            assertThat(catchThrowableOfType(FailureException.class, () -> source.range("up", NOW, NOW, Duration.ZERO)))
                    .isNotNull();
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void saysWhichPrometheusAnswers() throws Exception {
        try (LoopbackServer server = new LoopbackServer(new RecordedPrometheus()::reply); PrometheusSource source = source(server,
                Map.of())) {
            assertThat(source.buildInfo()).isEqualTo("2.42.0+ds");
        }
    }

    private static Answer recorded(String query) throws Exception {
        try (LoopbackServer server = new LoopbackServer(new RecordedPrometheus()::reply); PrometheusSource source = source(server,
                Map.of())) {
            return source.instant(query, NOW);
        }
    }

    private static Answer answer(String body) throws Exception {
        try (LoopbackServer server = new LoopbackServer(_ -> Reply.json(body)); PrometheusSource source = source(server,
                Map.of())) {
            return source.instant("up", NOW);
        }
    }

    private static Failure failure(Function<LoopbackServer.Asked, Reply> replies) throws Exception {
        try (LoopbackServer server = new LoopbackServer(replies); PrometheusSource source = source(server, Map.of())) {
            return catchThrowableOfType(FailureException.class, () -> source.instant("up", NOW)).failure();
        }
    }

    private static PrometheusSource source(LoopbackServer server, Map<String, String> more) {
        Map<String, String> settings = new java.util.HashMap<>(more);
        settings.put("url", server.url());
        return PrometheusSource.of(settings);
    }

    private static Map<String, String> form(LoopbackServer server, int index) {
        return RecordedPrometheus.form(server.asked().get(index).body());
    }

    private static Reply vector(String result) {
        return Reply.json("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":" + result + "}}");
    }

    /** One series with a value at each step asked for. */
    private static Reply steps(LoopbackServer.Asked asked) {
        Map<String, String> form = RecordedPrometheus.form(asked.body());
        String values = LongStream.rangeClosed(Long.parseLong(form.get("start")), Long.parseLong(form.get("end")))
                .mapToObj(second -> "[" + second + ",\"1\"]").collect(Collectors.joining(","));
        return vector("[{\"metric\":{\"job\":\"api\"},\"values\":[" + values + "]}]");
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

}
