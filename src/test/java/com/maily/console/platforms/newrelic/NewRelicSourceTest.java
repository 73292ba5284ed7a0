package com.maily.console.platforms.newrelic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.core.port.MetricSourceContract;
import com.maily.console.core.port.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewRelicSourceTest extends MetricSourceContract {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String P99 = "SELECT percentile(duration,99) FROM Transaction WHERE appName = 'api' SINCE 120s";

    @TempDir
    private Path folder;

    private NewRelicSource source(FakeNerdGraph graph, Map<String, String> more) {
        try {
            Map<String, String> settings = new HashMap<>(Map.of("url", graph.url(), "account", String.valueOf(FakeNerdGraph.ACCOUNT),
                    "api-key", "file:" + Files.writeString(folder.resolve("key"), FakeNerdGraph.KEY)));
            settings.putAll(more);
            return NewRelicSource.of(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Harness open() {
        FakeNerdGraph graph = new FakeNerdGraph();
        NewRelicSource source = source(graph, Map.of());
        return new Harness() {
            @Override
            public MetricSource source() {
                return source;
            }

            @Override
            public Instant now() {
                return NOW;
            }

            @Override
            public String queryWithData() {
                return P99;
            }

            @Override
            public String queryWithoutData() {
                return "SELECT average(duration) FROM Nothing";
            }

            @Override
            public String brokenQuery() {
                return "SELECT FROM nowhere at all";
            }

            @Override
            public void close() {
                source.close();
                graph.close();
            }
        };
    }

    @Test
    void eachNumberIsAboutTheWindowBeforeItsMoment() {
        try (FakeNerdGraph graph = new FakeNerdGraph(); NewRelicSource source = source(graph, Map.of())) {
            assertThat(source.instant(P99, NOW).single()).isEqualTo(120);
            Answer answer = source.range(P99, NOW.minusSeconds(60), NOW, Duration.ofSeconds(15));
            assertThat(answer.series().getFirst().samples()).extracting(Sample::at).containsExactly(NOW.minusSeconds(60),
                    NOW.minusSeconds(45), NOW.minusSeconds(30), NOW.minusSeconds(15), NOW);
            assertThat(graph.requests.getLast()).singleElement().asString().endsWith(" SINCE " + NOW.minusSeconds(180).toEpochMilli()
                    + " UNTIL " + NOW.toEpochMilli() + " TIMESERIES 120 seconds SLIDE BY 15 seconds");
        }
    }

    @Test
    void severalQueriesAndLongRangesGoInOneRequest() {
        try (FakeNerdGraph graph = new FakeNerdGraph(); NewRelicSource source = source(graph, Map.of())) {
            List<Answer> answers = source.ranges(List.of(P99, "SELECT average(duration) FROM Transaction"), NOW.minusSeconds(6 * 3_600), NOW,
                    Duration.ofSeconds(15));
            assertThat(graph.requests).hasSize(1);
            assertThat(answers).hasSize(2).allSatisfy(answer -> assertThat(answer.series().getFirst().samples()).hasSize(1_441)
                    .extracting(Sample::at).isSorted().doesNotHaveDuplicates());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT count(*) FROM Transaction SINCE 1 hour ago", "SELECT count(*) FROM Transaction TIMESERIES AUTO"})
    void aQueryWithTimesOfItsOwnIsRefusedBeforeItIsSent(String query) {
        try (FakeNerdGraph graph = new FakeNerdGraph(); NewRelicSource source = source(graph, Map.of())) {
            Failure failure = catchThrowableOfType(FailureException.class, () -> source.instant(query, NOW)).failure();
            assertThat(failure).isInstanceOf(Failure.Rejected.class);
            assertThat(failure.advice()).contains("SINCE ${window}");
            assertThat(graph.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"NRQL Syntax Error: unexpected FROM,SERVER_REJECTED,Rejected", "Access denied,ACCESS_DENIED,Denied",
            "Query exceeded its time: timed out,TIMEOUT,TimedOut", "Rate limit exceeded for this account,NRDB_ERROR,Throttled",
            "Something went wrong,INTERNAL_SERVER_ERROR,Unreachable"})
    void errorsInAnswersWithStatus200AreToldByKind(String message, String errorClass, String kind) {
        try (FakeNerdGraph graph = new FakeNerdGraph(); NewRelicSource source = source(graph, Map.of())) {
            graph.instead = "{\"data\":{\"actor\":{\"account\":null}},\"errors\":[{\"message\":\"" + message
                    + "\",\"path\":[\"actor\",\"account\",\"q0\"],\"extensions\":{\"errorClass\":\"" + errorClass + "\"}}]}";
            Failure failure = catchThrowableOfType(FailureException.class, () -> source.instant(P99, NOW)).failure();
            assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(failure.why()).contains(message);
        }
    }

    @ParameterizedTest
    @CsvSource({"429,Throttled", "503,Unreachable", "403,Denied"})
    void errorsWithAStatusAreToldByKind(int status, String kind) {
        try (FakeNerdGraph graph = new FakeNerdGraph(); NewRelicSource source = source(graph, Map.of())) {
            graph.status = status;
            Failure failure = catchThrowableOfType(FailureException.class, () -> source.instant(P99, NOW)).failure();
            assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        }
    }

    @Test
    void aWrongKeyIsDeniedWithoutBeingShown() throws Exception {
        String wrong = "file:" + Files.writeString(folder.resolve("wrong"), "NRAK-SECRETSECRET");
        try (FakeNerdGraph graph = new FakeNerdGraph(); NewRelicSource source = source(graph, Map.of("api-key", wrong))) {
            Failure failure = catchThrowableOfType(FailureException.class, () -> source.instant(P99, NOW)).failure();
            assertThat(failure).isInstanceOf(Failure.Denied.class);
            assertThat(failure.sentence()).doesNotContain("SECRET");
        }
    }

    @Test
    void regionsAndAccountsThatMakeNoSenseAreRefused() {
        try (FakeNerdGraph graph = new FakeNerdGraph()) {
            assertThat(catchThrowableOfType(FailureException.class, () -> source(graph, Map.of("region", "asia")))).isNotNull();
            assertThat(catchThrowableOfType(FailureException.class, () -> source(graph, Map.of("account", "maily")))).isNotNull();
            source(graph, Map.of("region", "eu")).close();
        }
    }

    @Test
    void theInspectionSaysWhoseKeyItIs() {
        try (FakeNerdGraph graph = new FakeNerdGraph(); NewRelicSource source = source(graph, Map.of())) {
            List<Finding> findings = new NewRelicInspector(source).inspect(Inspection.CONNECTIONS, List.<Component>of());
            assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.toString()).contains("console@maily.example"));
        }
    }
}
