package com.maily.console.platforms.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.core.port.Sample;
import com.maily.console.sandbox.datadog.SandboxDatadog;
import com.maily.console.sandbox.datadog.WireFault;
import com.maily.console.sandbox.world.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Datadog is asked and what is made of its answers, good and bad. */
class DatadogSourceTest {

    private static final String REQUESTS = "sum:maily.http.requests{service:api,env:production}.as_count()";
    private static final String SHARE = "sum(last_5m):100 * default_zero(sum:maily.http.requests{service:api,env:production,status_class:5xx}"
            + ".as_count()) / " + REQUESTS;
    private static final Duration STEP = Duration.ofSeconds(15);

    private final DatadogWire wire = new DatadogWire(Scenario.CANARY_REGRESSION).pass(Duration.ofMinutes(10));
    private final DatadogSource source = new DatadogSource(wire.client);

    @AfterEach
    void close() {
        wire.close();
    }

    private Instant now() {
        return wire.world.clock.instant();
    }

    private Answer lastTenMinutes(String query) {
        return source.range(query, now().minus(Duration.ofMinutes(10)), now(), STEP);
    }

    private static Failure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(FailureException.class, call).failure();
    }

    @Test
    void itsNumbersAreThoseThatPrometheusHas() {
        wire.world.canary("api", 25, 3);
        wire.pass(Duration.ofMinutes(6));
        assertThat(source.instant("sum(last_5m):" + REQUESTS, now()).single()).isEqualTo(
                wire.world.ask("sum(increase(http_requests_total{component=\"api\",environment=\"production\"}[5m]))"),
                        within(1e-6));
        assertThat(source.instant(SHARE, now()).single()).isGreaterThan(0.1).isEqualTo(wire.world.ask(
                "100 * sum(increase(http_requests_total{component=\"api\",environment=\"production\",code=~\"5..\"}[5m]))"
                + " / sum(increase(http_requests_total{component=\"api\",environment=\"production\"}[5m]))"), within(1e-6));
        assertThat(source.instant("percentile(last_5m):p99:maily.http.request.duration{service:api,env:production,track:canary}",
                now())
                .single()).isEqualTo(wire.world.ask("histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket"
                + "{component=\"api\",environment=\"production\",track=\"canary\"}[5m])))"), within(1e-9)).isGreaterThan(0.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(last_2m):" + REQUESTS, REQUESTS, SHARE, "avg:maily.users{env:production}",
            "percentile(last_2m):p99:maily.http.request.duration{service:api,env:production,track:stable|canary}",
            "sum(last_2m):sum:maily.http.requests{env:production} by {service}.as_count()"})
    void inMemoryItIsTheSame(String query) {
        SandboxDatadog memory = new SandboxDatadog(wire.world.clock, wire.world.store, wire.world.faults);
        Instant from = now().minus(Duration.ofMinutes(5));
        assertThat(lastTenMinutes(query).series()).isNotEmpty();
        assertThat(source.range(query, from, now(), STEP).series()).isEqualTo(memory.range(query, from, now(), STEP).series());
        assertThat(source.instant(query, now()).single()).isEqualTo(memory.instant(query, now()).single(), within(1e-9));
    }

    @Test
    void aPointTellsOfTheTimeThatEndsWithIt() {
        List<Sample> samples = source.range(REQUESTS, now().minus(Duration.ofMinutes(5)), now(), STEP).series().getFirst()
                .samples();
        assertThat(samples).hasSize(21);
        assertThat(samples.getLast().at()).isEqualTo(now());
        assertThat(samples.getLast().value()).as("requests of the last 15 s").isEqualTo(wire.world
                .ask("sum(increase(http_requests_total{component=\"api\",environment=\"production\"}[15s]))"), within(1e-6));
    }

    @Test
    void severalCurvesAreOneRequest() {
        wire.asked.clear();
        List<Answer> answers = source.ranges(List.of("sum(last_2m):" + REQUESTS, "avg:maily.users{env:production}",
                REQUESTS.replace(
                "api", "nobody")), now().minus(Duration.ofMinutes(5)), now(), STEP);
        assertThat(wire.asked).containsExactly("POST /api/v2/query/timeseries");
        assertThat(answers).extracting(answer -> answer.series().size()).containsExactly(1, 1, 0);
        assertThat(answers.get(0).single()).isGreaterThan(20_000);
        assertThat(answers.get(1).single()).isBetween(5_000.0, 8_000.0);
    }

    @Test
    void whatIsTooLongForOneAnswerIsAskedInPartsAndJoined() {
        wire.asked.clear();
        Answer answer = source.range(REQUESTS, now().minus(Duration.ofHours(3)), now(), Duration.ofSeconds(5));
        assertThat(wire.asked).hasSize(2);
        assertThat(answer.series()).hasSize(1);
        assertThat(answer.series().getFirst().samples()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()))
                .doesNotHaveDuplicates();
        assertThat(answer.series().getFirst().samples().getLast().at()).isEqualTo(now());
    }

    @Test
    void aCoarserAnswerThanAskedForIsToldOf() {
        Answer answer = new Timeseries(List.of(MetricQuery.of(REQUESTS)), Grid.of(now().minusSeconds(120), now(), STEP)).answers(
                json("{'data':{'attributes':{'series':[{'group_tags':['track:stable'],'query_index':0}],'times':[%d,%d],'values':[[1,2]]}}}"
                        .formatted(now().toEpochMilli() - 120_000, now().toEpochMilli() - 60_000))).getFirst();
        assertThat(answer.warnings()).containsExactly("Datadog gave a point every 60 s, not every 15 s.");
        assertThat(answer.series().getFirst().labels()).containsEntry("track", "stable");
        assertThat(answer.series().getFirst().samples()).extracting(Sample::at).containsExactly(now().minusSeconds(60), now());
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aBucketThatIsNotOverYetIsNotTheNewest() {
        String answer = "{'status':'ok','series':[{'interval':20,'scope':'env:production,service:api','pointlist':"
                + "[[%d,240],[%d,250],[%d,3]]}],'error':'','message':''}";
        long end = now().toEpochMilli();
        Answer newest = new Newest(MetricQuery.of(REQUESTS), now())
                .answer(json(answer.formatted(end - 40_000, end - 20_000, end - 5_000)));
        assertThat(newest.single()).isEqualTo(250);
        assertThat(newest.series().getFirst().labels()).containsEntry("service", "api").containsEntry("env", "production");
    }

    @Test
    void bothTracksAreSpelledAsDatadogWantsThem() {
        assertThat(MetricQuery.of("sum:a{service:api,track:stable|canary}").text())
                .isEqualTo("sum:a{service:api AND track IN (stable,canary)}");
        assertThat(MetricQuery.of("sum:a{service:api,env:production}").text()).isEqualTo("sum:a{service:api,env:production}");
        assertThat(source.instant("sum(last_5m):sum:maily.http.requests{service:api,env:production,track:stable|canary}.as_count()", now())
                .single()).isEqualTo(source.instant("sum(last_5m):" + REQUESTS, now()).single());
    }

    @Test
    void whatIsNoQueryIsNotSent() {
        wire.asked.clear();
        assertThat(failure(() -> source.instant("sum(rate(http_requests_total[5m]))", now())))
                .isInstanceOf(Failure.Rejected.class);
        assertThat(wire.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(last_5m):sum:maily.http.requests{service:api}.as_count() +",
            "sum:maily.http.requests{service:api}.as_count() +"})
    void anErrorOfTheQueryIsToldInDatadogsWords(String broken) {
        assertThat(failure(() -> source.instant(broken, now())).why()).contains("Error parsing query", "didn't match");
        assertThat(failure(() -> lastTenMinutes(broken)).why()).contains("Error parsing query");
    }

    @Test
    void anErrorInsideA200IsAFailure() {
        wire.face.inject(new WireFault.ErrorInside("Too many series"));
        for (String query : List.of(REQUESTS, "sum(last_5m):" + REQUESTS)) {
            Failure failure = failure(() -> source.instant(query, now()));
            assertThat(failure).isInstanceOf(Failure.Rejected.class);
            assertThat(failure.why()).isEqualTo("Too many series.");
        }
        assertThat(failure(() -> lastTenMinutes(REQUESTS)).why()).isEqualTo("Too many series.");
    }

    @Test
    void nullsAreNoDataAndNeverZero() {
        wire.face.inject(new WireFault.Nulls());
        assertThat(lastTenMinutes(REQUESTS).series()).isEmpty();
        assertThat(source.instant(REQUESTS, now()).single()).isNaN();
        assertThat(source.instant("sum(last_5m):" + REQUESTS, now()).single()).isNaN();
    }

    @Test
    void pointsOutOfOrderOrTwiceArePutRightAndToldOf() {
        Answer right = lastTenMinutes(REQUESTS);
        assertThat(right.warnings()).isEmpty();
        double newest = source.instant(REQUESTS, now()).single();
        for (WireFault fault : List.of(new WireFault.Unordered(), new WireFault.Duplicates())) {
            wire.face.inject(fault);
            Answer spoilt = lastTenMinutes(REQUESTS);
            assertThat(spoilt.series()).isEqualTo(right.series());
            assertThat(spoilt.warnings()).containsExactly("Datadog sent points twice or out of order; they were put right.");
            assertThat(source.instant(REQUESTS, now()).single()).isEqualTo(newest);
        }
    }

    @Test
    void pointsFromTheFutureAreLeftOutAndToldOf() {
        wire.face.inject(new WireFault.Ahead(Duration.ofHours(1)));
        Answer answer = lastTenMinutes(REQUESTS);
        assertThat(answer.series()).isEmpty();
        assertThat(answer.warnings()).containsExactly("Datadog sent points from the future; they were left out. Check the clocks.");
    }

    @Test
    void noFaultOfTheWireIsTakenForAnAnswer() {
        assertThat(told(new WireFault.Html())).isInstanceOf(Failure.Rejected.class);
        assertThat(told(new WireFault.Truncated())).isInstanceOf(Failure.Unreachable.class);
        assertThat(told(new WireFault.Unavailable())).isInstanceOf(Failure.Unreachable.class);
        assertThat(told(new WireFault.Dropped())).isInstanceOf(Failure.Unreachable.class);
        Failure forbidden = told(new WireFault.Forbidden());
        assertThat(forbidden).isInstanceOf(Failure.Denied.class);
        assertThat(forbidden.advice()).contains("one site only");
        wire.face.heal();
        assertThat(lastTenMinutes(REQUESTS).series()).hasSize(1);
    }

    private Failure told(WireFault fault) {
        wire.face.inject(fault);
        return failure(() -> lastTenMinutes(REQUESTS));
    }

    @Test
    void aSlowAnswerIsWaitedForNoLongerThanAllowed() {
        wire.face.inject(new WireFault.Slow(Duration.ofSeconds(20)));
        try (DatadogClient impatient = wire.client(wire.face.address().toString(), java.util.Map.of("timeout", "1"))) {
            assertThat(failure(() -> new DatadogSource(impatient).instant(REQUESTS, now()))).isInstanceOf(Failure.TimedOut.class);
        }
    }

    @Test
    void keysAreReadAndNeverTold() {
        try (DatadogClient other = wire.client(wire.face.address().toString(),
                java.util.Map.of("application-key", DatadogWire.key("anotherkey")))) {
            Failure failure = failure(() -> new DatadogSource(other).instant(REQUESTS, now()));
            assertThat(failure).isInstanceOf(Failure.Denied.class);
            assertThat(failure.sentence()).doesNotContain("anotherkey").doesNotContain(DatadogWire.KEY);
            other.validate();
        }
    }
}
