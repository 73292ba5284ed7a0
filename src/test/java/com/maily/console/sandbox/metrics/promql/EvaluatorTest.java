package com.maily.console.sandbox.metrics.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {

    private final PromQl promQl = new Stored()
            .with(10, "req", "app", "web", "code", "200").with(2, "req", "app", "web", "code", "500")
            .with(30, "req", "app", "api", "code", "200").with(7, "limit", "app", "web").with(-1.5, "delta", "app", "web")
            .sampled();

    private String ask(String query) {
        Outcome.Vector vector = (Outcome.Vector) promQl.instant(query, 100_000);
        return vector.runs().stream().map(run -> run.labels() + " " + run.values()[0]).sorted().collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "sum(req) | {} 42.0",
            "sum by (app) (req) | {app=\"api\"} 30.0; {app=\"web\"} 12.0",
            "max(req) without (code) | {app=\"api\"} 30.0; {app=\"web\"} 10.0",
            "avg(req) | {} 14.0",
            "min(req) | {} 2.0",
            "count(req{code=~\"5..\"}) | {} 1.0",
            "req{code!=\"200\"} | {__name__=\"req\", app=\"web\", code=\"500\"} 2.0",
            "req{app!~\"w.*\"} * 2 | {app=\"api\", code=\"200\"} 60.0",
            "req > 9 < 20 | {__name__=\"req\", app=\"web\", code=\"200\"} 10.0",
            "20 < req | {__name__=\"req\", app=\"api\", code=\"200\"} 30.0",
            "sum(req) > bool 50 | {} 0.0",
            "req{code=\"500\"} / ignoring(code) limit | {app=\"web\"} 0.2857142857142857",
            "req{code=\"500\"} / on(app) limit | {app=\"web\"} 0.2857142857142857",
            "limit or req{app=\"api\"} | {__name__=\"limit\", app=\"web\"} 7.0;"
                    + " {__name__=\"req\", app=\"api\", code=\"200\"} 30.0",
            "sum(nothing) or vector(0) | {} 0.0",
            "req and on(app) limit{app=\"api\"} | ~~",
            "req{code=\"200\"} unless on(app) limit | {__name__=\"req\", app=\"api\", code=\"200\"} 30.0",
            "abs(delta) | {app=\"web\"} 1.5",
            "-delta | {app=\"web\"} 1.5",
            "round(delta) | {app=\"web\"} -1.0",
            "round(vector(0.26), 0.1) | {} 0.3",
            "clamp_min(delta, 0) + clamp_max(limit, 5) | {app=\"web\"} 5.0",
            "absent(nothing{app=\"x\", code=~\"y\"}) | {app=\"x\"} 1.0",
            "absent(limit) | ~~",
            "vector(scalar(limit)) | {} 7.0"})
    void expressionsGiveWhatPrometheusGives(String query, String result) {
        assertThat(ask(query)).isEqualTo(result == null ? "" : result);
    }

    @Test
    void unclearMatchesAreRefused() {
        assertThatThrownBy(() -> ask("limit * on() req")).hasMessageStartingWith("found duplicate series for the match group {}"
                + " on the right hand-side of the operation: [{__name__=\"req\", ").hasMessageEndingWith(
                "];many-to-many matching not allowed: matching labels must be unique on one side");
        assertThatThrownBy(() -> ask("req * on() limit")).isInstanceOf(QueryException.class)
                .hasMessage("multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)");
    }

    @Test
    void aSeriesIsForgottenFiveMinutesAfterItsLastSample() {
        assertThat(((Outcome.Vector) promQl.instant("limit", 400_000)).runs()).hasSize(1);
        assertThat(((Outcome.Vector) promQl.instant("limit", 400_001)).runs()).isEmpty();
        assertThat(((Outcome.Vector) promQl.instant("limit offset 5m", 400_001)).runs()).hasSize(1);
    }

    @Test
    void windowsAreFoldedOverTime() {
        PromQl samples = Stored.samples("g", 0, 10, 1, 5, 3, Double.NaN, 4);
        assertThat(values(samples, "sum_over_time(g[20s])", 20)).containsExactly(9);
        assertThat(values(samples, "avg_over_time(g[20s])", 20)).containsExactly(3);
        assertThat(values(samples, "max_over_time(g[40s])", 40)).containsExactly(5);
        assertThat(values(samples, "min_over_time(g[10s])", 40)).containsExactly(4);
        assertThat(values(samples, "sum_over_time(g[20s] offset 20s)", 40)).containsExactly(9);
    }

    private static double[] values(PromQl promQl, String query, int second) {
        return ((Outcome.Vector) promQl.instant(query, second * 1000L)).runs().getFirst().values();
    }

    @Test
    void aRangeLeavesOutStepsWithoutAValue() {
        Outcome.Matrix matrix = promQl.range("vector(1) and on() (vector(time()) % 60 < 20)", 110_000, 250_000, 10_000);
        assertThat(matrix.runs()).hasSize(1);
        assertThat(Arrays.stream(matrix.runs().getFirst().times()).map(time -> time / 1000).toArray())
                .containsExactly(120, 130, 180, 190, 240, 250);
    }

    @Test
    void elevenThousandAndOnePointsPassAndOneMoreDoesNot() {
        assertThat(promQl.range("vector(1)", 0, 11_000_000, 1000).runs().getFirst().values()).hasSize(11_001);
        assertThatThrownBy(() -> promQl.range("vector(1)", 0, 11_001_000, 1000)).hasMessage("exceeded maximum resolution of"
                + " 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)");
    }

    @Test
    void theQuantileOfAHistogramIsFoundPerGroup() {
        PromQl histogram = new Stored().with(50, "d_bucket", "app", "web", "le", "0.1")
                .with(90, "d_bucket", "app", "web", "le", "0.2")
                .with(100, "d_bucket", "app", "web", "le", "+Inf").with(0, "d_bucket", "app", "idle", "le", "0.1")
                .with(0, "d_bucket", "app", "idle", "le", "+Inf").sampled();
        Outcome.Vector vector = (Outcome.Vector) histogram.instant("histogram_quantile(0.7, d_bucket)", 100_000);
        assertThat(vector.runs()).extracting(run -> run.labels().get("app")).containsExactly("web", "idle");
        assertThat(vector.runs().getFirst().values()[0]).isCloseTo(0.15, within(1e-12));
        assertThat(vector.runs().getLast().values()[0]).isNaN();
    }
}
