package com.maily.console.platforms.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.core.port.MetricSourceContract;
import com.maily.console.core.port.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudWatchSourceTest extends MetricSourceContract {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String LATENCY = metric("TargetResponseTime", "\"${window}\"".replace("${window}", "60s"));
    private static final String RATIO = """
            [{"Id":"bad","MetricStat":{"Metric":{"Namespace":"AWS/ApplicationELB","MetricName":"HTTPCode_Target_5XX_Count",
               "Dimensions":[{"Name":"LoadBalancer","Value":"app/maily/1"}]},"Stat":"Sum"},"ReturnData":false},
             {"Id":"all","MetricStat":{"Metric":{"Namespace":"AWS/ApplicationELB","MetricName":"RequestCount"},"Stat":"Sum"},
               "ReturnData":false},
             {"Id":"ratio","Expression":"100 * bad / all","Label":"bad"}]""";

    @TempDir
    private Path folder;

    private static String metric(String name, String period) {
        return "[{\"Id\":\"m\",\"MetricStat\":{\"Metric\":{\"Namespace\":\"AWS/ApplicationELB\",\"MetricName\":\"" + name
                + "\"},\"Period\":" + period + ",\"Stat\":\"p99\"}}]";
    }

    @Override
    protected Harness open() {
        FakeCloudWatch face = new FakeCloudWatch();
        AwsConnection connection = AwsConnection.open(face.settings(folder));
        CloudWatchSource source = new CloudWatchSource(connection);
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
                return LATENCY;
            }

            @Override
            public String queryWithoutData() {
                return metric("Nothing", "60");
            }

            @Override
            public String brokenQuery() {
                return "SELECT AVG((CPUUtilization FROM nowhere";
            }

            @Override
            public void close() {
                connection.close();
                face.close();
            }
        };
    }

    private interface Look {
        void at(CloudWatchSource source, FakeCloudWatch face) throws Exception;
    }

    private void look(Look look) throws Exception {
        try (FakeCloudWatch face = new FakeCloudWatch(); AwsConnection connection = AwsConnection.open(face.settings(folder))) {
            look.at(new CloudWatchSource(connection), face);
        }
    }

    @Test
    void aPeriodHasTheMomentItEndsAtAndCountsUntilTheNextOneEnds() throws Exception {
        look((source, _) -> {
            List<Sample> samples = source.range(LATENCY, NOW.minusSeconds(90), NOW, Duration.ofSeconds(30)).series().getFirst().samples();
            double before = FakeCloudWatch.value(NOW.minusSeconds(120), 60);
            assertThat(samples).containsExactly(new Sample(NOW.minusSeconds(90), FakeCloudWatch.value(NOW.minusSeconds(180), 60)),
                    new Sample(NOW.minusSeconds(60), before), new Sample(NOW.minusSeconds(30), before),
                    new Sample(NOW, FakeCloudWatch.value(NOW.minusSeconds(60), 60)));
        });
    }

    @Test
    void aWideStepIsAWidePeriodSoThatNothingIsLeftOut() throws Exception {
        look((source, face) -> {
            Answer answer = source.range(LATENCY, NOW.minusSeconds(7_200), NOW, Duration.ofMinutes(30));
            assertThat(answer.series().getFirst().samples()).hasSize(5);
            assertThat(FakeCloudWatch.asked(face.requests.getLast()).getFirst().period()).isEqualTo(1_800);
        });
    }

    @Test
    void theNamesOfSeveralQueriesAreKeptApartInOneRequest() throws Exception {
        look((source, face) -> {
            List<Answer> answers = source.ranges(List.of(RATIO, RATIO, LATENCY), NOW.minusSeconds(300), NOW, Duration.ofMinutes(1));
            assertThat(face.requests).hasSize(1);
            List<FakeCloudWatch.Asked> asked = FakeCloudWatch.asked(face.requests.getFirst());
            assertThat(asked).extracting(one -> one.get("Id")).doesNotHaveDuplicates().hasSize(7);
            assertThat(asked).extracting(one -> one.get("Expression")).contains("100 * q0_bad / q0_all", "100 * q1_bad / q1_all");
            assertThat(asked.getFirst().get("MetricStat.Metric.Dimensions.member.1.Value")).isEqualTo("app/maily/1");
            assertThat(answers).hasSize(3).allSatisfy(answer -> assertThat(answer.series()).hasSize(1));
        });
    }

    @Test
    void anAnswerInPagesIsReadToItsEnd() throws Exception {
        look((source, face) -> {
            face.page = 25;
            Answer answer = source.range(LATENCY, NOW.minusSeconds(3_600), NOW, Duration.ofMinutes(1));
            assertThat(face.requests).hasSize(3);
            assertThat(answer.series().getFirst().samples()).hasSize(61);
            assertThat(answer.warnings()).isEmpty();
        });
    }

    @Test
    void aPartialAnswerSaysSo() throws Exception {
        look((source, face) -> {
            face.status = "PartialData";
            Answer answer = source.range(LATENCY, NOW.minusSeconds(300), NOW, Duration.ofMinutes(1));
            assertThat(answer.series()).hasSize(1);
            assertThat(answer.warnings()).containsExactly("CloudWatch gave only a part of the values.");
        });
    }

    @ParameterizedTest
    @CsvSource({"Forbidden,Denied", "InternalError,Unreachable"})
    void aResultThatIsNoneIsNotTakenForNoData(String status, String kind) throws Exception {
        look((source, face) -> {
            face.status = status;
            Failure failure = catchThrowableOfType(FailureException.class, () -> source.instant(LATENCY, NOW)).failure();
            assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @CsvSource({"[{\"MetricStat\":{}}]", "[]", "[{"})
    void whatIsNoListOfQueriesIsRefusedBeforeItIsSent(String query) throws Exception {
        look((source, face) -> {
            assertThat(catchThrowableOfType(FailureException.class, () -> source.instant(query, NOW)).failure())
                    .isInstanceOf(Failure.Rejected.class);
            assertThat(face.requests).isEmpty();
        });
    }

    @Test
    void whereTheClocksDifferItIsAskedInItsTimeAndAnswersInOurs() throws Exception {
        try (FakeCloudWatch face = new FakeCloudWatch(); AwsConnection connection = AwsConnection.open(face.settings(folder))) {
            Answer answer = new CloudWatchSource(connection, () -> Instant.now().plusSeconds(90)).range(LATENCY, NOW.minusSeconds(300), NOW,
                    Duration.ofMinutes(1));
            assertThat(answer.warnings()).singleElement().asString().startsWith("The clock of CloudWatch is ");
            assertThat(answer.series().getFirst().samples()).extracting(Sample::at).hasSize(6).endsWith(NOW);
            assertThat(Instant.parse(face.requests.getLast().get("EndTime"))).isBefore(NOW.minusSeconds(80));
        }
    }
}
