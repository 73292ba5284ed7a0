package com.maily.console.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.maily.console.core.port.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final String AVAILABILITY = """
            100 * (1 - (sum(rate(http_requests_total{component="%1$s",environment="production",code=~"5.."}[5m])) or vector(0))
             / sum(rate(http_requests_total{component="%1$s",environment="production"}[5m])))""";
    private static final String P99 = "1000 * histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket"
            + "{component=\"api\",track=~\"%s\",environment=\"production\"}[2m])))";
    private static final String CANARY_REQUESTS =
            "sum(increase(http_requests_total{component=\"api\",track=\"canary\",environment=\"production\"}[2m]))";
    private static final String CANARY_ERRORS = "100 * sum(rate(http_requests_total{component=\"api\",track=\"canary\","
            + "environment=\"production\",code=~\"5..\"}[1m])) / sum(rate(http_requests_total{component=\"api\","
            + "track=\"canary\",environment=\"production\"}[1m]))";

    @Test
    void theHistoryIsThereAtOnceAndHealthy() {
        SmallWorld world = new SmallWorld(Scenario.SMOOTH, 77);
        assertThat(world.ask(AVAILABILITY.formatted("api"))).isBetween(99.99, 100.0);
        assertThat(world.ask(P99.formatted("stable"))).isBetween(140.0, 185.0);
        assertThat(world.ask("sum(rate(http_requests_total{component=\"api\",environment=\"production\"}[5m]))"))
                .isBetween(210.0, 270.0);
        assertThat(world.ask("maily_concurrent_users{environment=\"production\"}")).isBetween(5800.0, 7000.0);
        Instant now = world.clock.instant();
        List<Series> users = world.metrics.range("maily_concurrent_users{environment=\"production\"}",
                now.minus(Duration.ofHours(3)), now, Duration.ofMinutes(1)).series();
        assertThat(users.getFirst().samples()).hasSize(181);
    }

    @Test
    void everyComponentStaysWithinItsObjectivesWhileAllIsWell() {
        SmallWorld world = new SmallWorld(Scenario.SMOOTH, 5);
        for (int minute = 0; minute < 40; minute++) {
            world.pass(Duration.ofMinutes(1));
            for (String component : List.of("api", "ai-service", "frontend")) {
                assertThat(world.ask(AVAILABILITY.formatted(component))).as(component).isBetween(99.99, 100.0);
            }
            assertThat(world.ask(P99.formatted("stable"))).isLessThan(200);
        }
    }

    @Test
    void requestsAreSplitByWeight() {
        SmallWorld world = new SmallWorld(Scenario.SMOOTH, 77);
        world.canary("api", 10, 1);
        world.pass(Duration.ofMinutes(3));
        double all = world.ask("sum(increase(http_requests_total{component=\"api\",environment=\"production\"}[2m]))");
        assertThat(world.ask(CANARY_REQUESTS) / all).isCloseTo(0.1, within(0.002));
        assertThat(world.ask("sum(increase(http_requests_total{track=\"canary\",version!=\"v2.1.0\"}[2m]))")).isNaN();
    }

    @Test
    void theRegressionIsInvisibleAtTenPercentAndClearAtTwentyFive() {
        SmallWorld world = new SmallWorld(Scenario.CANARY_REGRESSION, 77);
        world.canary("api", 10, 1);
        world.pass(Duration.ofMinutes(5));
        assertThat(world.ask(CANARY_ERRORS)).isLessThan(0.1);
        assertThat(world.ask(P99.formatted("canary"))).isLessThan(200);
        world.canary("api", 25, 2);
        world.pass(Duration.ofSeconds(90));
        assertThat(world.ask(CANARY_ERRORS)).isBetween(1.5, 3.0);
        assertThat(world.ask(P99.formatted("canary"))).isBetween(330.0, 480.0);
        assertThat(world.ask(P99.formatted("stable"))).isLessThan(200);
        assertThat(world.ask(AVAILABILITY.formatted("api"))).isLessThan(99.99);
        world.canary("api", 0, 0);
        world.pass(Duration.ofMinutes(6));
        assertThat(world.ask(AVAILABILITY.formatted("api"))).isGreaterThanOrEqualTo(99.99);
    }

    @Test
    void stagingDoesNotShowTheRegression() {
        SmallWorld world = new SmallWorld(Scenario.CANARY_REGRESSION, 77);
        assertThat(Scenario.CANARY_REGRESSION.of(new Load("staging", "api", 12, new Behaviour(0, 0.05, 0.16)), "v2.1.0", 12,
                Duration.ZERO).errorRate()).isZero();
        world.pass(Duration.ofMinutes(5));
        assertThat(world.ask("sum(rate(http_requests_total{environment=\"staging\",component=\"api\"}[5m]))"))
                .isBetween(10.0, 14.0);
    }

    @Test
    void theDrillGoesBadAfterAWhile() {
        SmallWorld world = new SmallWorld(Scenario.ROLLBACK_DRILL, 77);
        world.pass(Duration.ofMinutes(1));
        assertThat(world.ask(AVAILABILITY.formatted("api"))).isGreaterThanOrEqualTo(99.99);
        world.pass(Duration.ofMinutes(2));
        assertThat(world.ask(AVAILABILITY.formatted("api"))).isLessThan(99.5);
        assertThat(world.ask("sum(rate(http_requests_total{version=\"v2.1.0\"}[1m]))")).isGreaterThan(400);
    }

    @Test
    void aBackendWithoutReadyUnitsAnswersUnavailable() {
        SmallWorld world = new SmallWorld(Scenario.SMOOTH, 77);
        world.canary("api", 20, 0);
        world.pass(Duration.ofMinutes(6));
        assertThat(world.ask(AVAILABILITY.formatted("api"))).isCloseTo(80, within(0.5));
        assertThat(world.ask("sum(rate(http_requests_total{track=\"canary\",code=\"503\"}[1m]))")).isBetween(40.0, 56.0);
    }

    @Test
    void aMetricsGapLeavesAHoleAndEnds() {
        SmallWorld world = new SmallWorld(Scenario.SMOOTH, 77);
        world.pass(Duration.ofMinutes(1));
        world.faults.openMetricsGap(Duration.ofMinutes(7));
        world.pass(Duration.ofMinutes(6));
        assertThat(world.ask("maily_concurrent_users{environment=\"production\"}")).isNaN();
        world.pass(Duration.ofMinutes(2));
        assertThat(world.ask("maily_concurrent_users{environment=\"production\"}")).isGreaterThan(5000);
    }

    @Test
    void theSameSeedGivesTheSameSamplesToTheLastDigit() {
        assertThat(page(77)).isEqualTo(page(77)).isNotEqualTo(page(78));
    }

    private static String page(long seed) {
        SmallWorld world = new SmallWorld(Scenario.CANARY_REGRESSION, seed);
        world.canary("api", 25, 1);
        world.pass(Duration.ofMinutes(10));
        StringBuilder samples = new StringBuilder();
        world.store.all().forEach(series -> samples.append(series.labels()).append(series.current()).append('\n'));
        Instant now = world.clock.instant();
        return samples.append(world.metrics.range("{__name__=~\".+\"}", now.minusSeconds(600), now, Duration.ofSeconds(5))
                .series()).toString();
    }
}
