package com.maily.console.platforms.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.model.Objective.Counted;
import com.maily.console.core.sla.Judge;
import com.maily.console.core.sla.Verdict;
import com.maily.console.core.sla.Verdict.Word;
import com.maily.console.sandbox.datadog.WireFault;
import com.maily.console.sandbox.world.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A canary judged by what Datadog measured, over the wire. */
class DatadogJudgedTest {

    private static final String REQUESTS = "sum:maily.http.requests{service:${component},env:${environment},track:${track}}.as_count()";
    private static final String BAD = "default_zero(" + REQUESTS.replace("${track}}", "${track},status_class:5xx}") + ")";

    private final DatadogWire wire = new DatadogWire(Scenario.CANARY_REGRESSION).pass(Duration.ofMinutes(10));

    @AfterEach
    void close() {
        wire.close();
    }

    private static Objective failed(String source, String bad, String total) {
        return new Objective("failed-" + source, "Failed requests", "api", source, "sum(last_${window}):100 * " + BAD + " / "
                + REQUESTS, "",
                "%", Bound.AT_MOST, 0.1, true, new Counted(bad, total, 0.1, 10));
    }

    private static Objective failed() {
        return failed("datadog", "sum(last_${window}):" + BAD, "sum(last_${window}):" + REQUESTS);
    }

    private Verdict judge(Objective... objectives) {
        DatadogSource source = new DatadogSource(wire.client);
        return new Judge("production", key -> key.equals("datadog") ? source : wire.world.metrics)
                .canary(List.of(objectives), Duration.ofMinutes(3), wire.world.clock.instant());
    }

    @Test
    void theVerdictComesFromRawCountsAndDatadogsOwnIsNeverAsked() {
        wire.world.canary("api", 25, 3);
        wire.pass(Duration.ofMinutes(3));
        wire.asked.clear();
        Verdict verdict = judge(failed());
        assertThat(verdict.word()).as(verdict.sentence()).isEqualTo(Word.FAIL);
        assertThat(verdict.sentence()).contains("requests bad");
        assertThat(wire.asked).isNotEmpty().allMatch("POST /api/v2/query/scalar"::equals);
    }

    @Test
    void aHealthyCanaryPasses() {
        wire.world.canary("api", 10, 3);
        wire.pass(Duration.ofMinutes(3));
        Verdict verdict = judge(failed());
        assertThat(verdict.word()).as(verdict.sentence()).isEqualTo(Word.PASS);
    }

    @Test
    void aDatadogThatThrottlesUsNeitherPassesACanaryNorHidesWhatPrometheusSees() {
        wire.world.canary("api", 25, 3);
        wire.pass(Duration.ofMinutes(3));
        wire.face.inject(new WireFault.Throttled(3600));
        String labels = "{component=\"api\",environment=\"production\",track=\"${track}\"";
        Objective prometheus = failed("prometheus", "sum(increase(http_requests_total" + labels
                + ",code=~\"5..\"}[${window}])) or vector(0)",
                "sum(increase(http_requests_total" + labels + "}[${window}]))");
        Objective known = new Objective(prometheus.key(), prometheus.title(), "api", "prometheus", "100 * ("
                + prometheus.counted().bad() + ") / "
                + prometheus.counted().total(), "", "%", Bound.AT_MOST, 0.1, true, prometheus.counted());
        Verdict verdict = judge(failed(), known);
        assertThat(verdict.word()).as(verdict.sentence()).isEqualTo(Word.FAIL);
        assertThat(verdict.judgements().getFirst().word()).isEqualTo(Word.NO_DATA);
        assertThat(verdict.judgements().getFirst().sentence()).contains("no data, which is not a pass; Datadog");
    }
}
