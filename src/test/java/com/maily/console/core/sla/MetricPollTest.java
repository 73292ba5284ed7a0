package com.maily.console.core.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Objective;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Subscription;
import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricPollTest {

    private static final Instant START = Instant.parse("2025-11-20T03:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final MetricPace PACE = new MetricPace(Duration.ofSeconds(5), STEP, Duration.ofMinutes(2),
            Duration.ofMinutes(10));
    private static final Failure WRONG = new Failure.Rejected("The query is wrong", "It has a typo.", "Correct it.");

    private final SandboxClock clock = SandboxClock.manual(START);
    private final Map<MetricWish.Key, MetricCurve> curves = new HashMap<>();

    private static MetricLine line(String query) {
        return MetricLine.total(new Objective(query, query, "api", "prometheus", query, "", "%", Objective.Bound.AT_MOST, 1, true));
    }

    private MetricPoll poll(AskedSource source) {
        return new MetricPoll("production", "prometheus", () -> source, clock, PACE);
    }

    private void pass(MetricPoll poll, MetricPace pace, String... queries) throws InterruptedException {
        poll.pass(Stream.of(queries).map(query -> new MetricWish(line(query), pace)).toList(), Duration.ofSeconds(5),
                curves::putAll);
    }

    private MetricCurve curve(String query, Duration step) {
        return curves.get(new MetricWish.Key(line(query), step));
    }

    @Test
    void linesThatComeToTheSameQuestionAskItOnce() throws Exception {
        AskedSource source = new AskedSource(1);
        Objective users = new Objective("users", "Users", "web", "prometheus", "sum(sessions)", "", "", Objective.Bound.AT_MOST, 1, true);
        List<MetricWish> wishes = List.of(new MetricWish(MetricLine.total(users), PACE),
                new MetricWish(MetricLine.of(users, MetricLine.Side.CANARY), PACE), new MetricWish(line("sum(sessions)"), PACE));
        poll(source).pass(wishes, Duration.ofSeconds(5), curves::putAll);

        assertThat(source.requests).hasSize(1);
        assertThat(curves).hasSize(3).allSatisfy((_, curve) -> assertThat(curve.samples()).hasSize(41));
    }

    @Test
    void aWiderRangeAsksOnlyForWhatIsMissing() throws Exception {
        AskedSource source = new AskedSource(1);
        MetricPoll poll = poll(source);
        pass(poll, PACE, "a");
        source.requests.clear();
        pass(poll, PACE.reaching(Duration.ofMinutes(30)), "a");

        assertThat(source.requests).extracting(AskedSource.Request::span).containsExactlyInAnyOrder(
                new MetricSpan(START.minus(Duration.ofMinutes(30)), START.minus(Duration.ofMinutes(10)).minus(STEP)),
                new MetricSpan(START.minus(STEP), START));
        assertThat(curve("a", STEP).samples()).hasSize(121).extracting(Sample::at).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aLongRangeIsAskedInFewerSamplesWhoseWindowsLeaveNothingOut() {
        for (Duration reach : List.of(Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1),
                Duration.ofDays(7), Duration.ofDays(30))) {
            MetricPace pace = MetricPace.SCREEN.reaching(reach);
            assertThat(reach.dividedBy(pace.step())).isBetween(100L, 1_500L);
            assertThat(pace.window()).isGreaterThanOrEqualTo(pace.step());
            assertThat(pace.reach()).isEqualTo(reach);
        }
        assertThat(MetricPace.SCREEN.reaching(Duration.ofHours(6))).isEqualTo(MetricPace.SCREEN);
        assertThat(MetricPace.SCREEN.reaching(Duration.ofDays(30)).step()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void samplesFarApartAreAskedForSeldom() throws Exception {
        AskedSource source = new AskedSource(1);
        MetricPoll poll = poll(source);
        for (int pass = 0; pass < 8; pass++) {
            pass(poll, PACE.reaching(Duration.ofDays(30)), "a");
        }
        assertThat(source.requests).hasSize(2);
    }

    @Test
    void whatOneRequestCanCarryGoesTogether() throws Exception {
        AskedSource source = new AskedSource(3);
        pass(poll(source), PACE, "a", "b", "c", "d");

        assertThat(source.requests).extracting(AskedSource.Request::queries).containsExactlyInAnyOrder(List.of("a", "b", "c"),
                List.of("d"));
        assertThat(curves).hasSize(4);
    }

    @Test
    void oneWrongQueryOfABatchSpoilsNothingAndIsAskedAloneFromThenOn() throws Exception {
        AskedSource source = new AskedSource(10);
        source.failures.put("wrong", WRONG);
        MetricPoll poll = poll(source);
        pass(poll, PACE, "a", "wrong", "b");

        assertThat(curve("a", STEP).samples()).hasSize(41);
        assertThat(curve("b", STEP).failure()).isEmpty();
        assertThat(curve("wrong", STEP).failure()).contains(WRONG);
        source.requests.clear();
        pass(poll, PACE, "a", "wrong", "b");
        assertThat(source.requests).extracting(AskedSource.Request::queries)
                .containsExactlyInAnyOrder(List.of("a", "b"), List.of("wrong"));
        source.failures.clear();
        pass(poll, PACE, "a", "wrong", "b");
        assertThat(curve("wrong", STEP).samples()).hasSize(41);
    }

    @Test
    void whoAsksForAPauseIsNotAskedUntilItIsOver() throws Exception {
        AskedSource source = new AskedSource(1);
        Failure slowDown = new Failure.Throttled("Prometheus asks us to slow down", "HTTP 429.", "Wait.", Duration.ofSeconds(30));
        MetricPoll poll = poll(source);
        pass(poll, PACE, "a", "b");
        source.failures.putAll(Map.of("a", slowDown, "b", slowDown));
        pass(poll, PACE, "a", "b");
        source.failures.clear();
        source.requests.clear();
        clock.advance(Duration.ofSeconds(20));
        pass(poll, PACE, "a", "b");

        assertThat(source.requests).isEmpty();
        assertThat(curve("b", STEP).failure()).contains(slowDown);
        assertThat(curve("b", STEP).samples()).hasSize(41);
        clock.advance(Duration.ofSeconds(15));
        pass(poll, PACE, "a", "b");
        assertThat(curve("b", STEP).failure()).isEmpty();
        assertThat(curve("b", STEP).last().orElseThrow().at()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void pointsOutOfOrderOrTwiceMakeOneLine() throws Exception {
        AskedSource source = new AskedSource(1);
        source.spoilt = samples -> Stream.concat(samples.reversed().stream(),
                Stream.of(new Sample(samples.getLast().at(), 7), new Sample(samples.getLast().at().plusSeconds(900), 8))).toList();
        MetricPoll poll = poll(source);
        pass(poll, PACE, "a");
        clock.advance(Duration.ofSeconds(30));
        pass(poll, PACE, "a");

        assertThat(curve("a", STEP).samples()).hasSize(41).extracting(Sample::at).isSorted().doesNotHaveDuplicates();
        assertThat(curve("a", STEP).last()).contains(new Sample(START.plusSeconds(30), 7));
    }

    @Test
    void aQueryThatIsNeverAnsweredHoldsUpNoOther() throws Exception {
        AskedSource source = new AskedSource(1);
        source.stuck.add("stuck");
        MetricPoll poll = poll(source);
        poll.pass(List.of(new MetricWish(line("stuck"), PACE)), Duration.ofMillis(1), curves::putAll);
        pass(poll, PACE, "stuck", "a", "b");

        assertThat(curve("a", STEP).samples()).hasSize(41);
        assertThat(curve("b", STEP).samples()).hasSize(41);
        assertThat(source.asked().stream().filter("stuck"::equals)).hasSize(1);
        poll.cancelUnless(List.of());
    }

    @Test
    void whenTheScreenLeavesItsRequestIsAbortedAndWhateverCameOfItDropped() throws Exception {
        AskedSource source = new AskedSource(1);
        source.stuck.add("stuck");
        BlockingQueue<MetricSnapshot> seen = new LinkedBlockingQueue<>();
        try (MetricFeed feed = new MetricFeed("production", _ -> source, clock, PACE);
             Subscription glance = feed.follow(Set.of(line("a")), seen::add)) {
            assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo(MetricSnapshot.EMPTY);
            assertThat(seen.poll(5, TimeUnit.SECONDS)).isNotNull();
            Subscription screen = feed.follow(Set.of(line("stuck")), Duration.ofDays(1), _ -> { });
            while (!source.asked().contains("stuck")) {
                assertThat(seen.poll(20, TimeUnit.SECONDS)).as("the other screen goes on being told").isNotNull();
            }
            screen.close();

            assertThat(source.interrupted.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isNotNull();
            assertThat(feed.snapshot().curve(line("a")).orElseThrow().failure()).isEmpty();
            assertThat(feed.snapshot().curve(line("stuck"))).isEmpty();
            glance.close();
        }
    }
}
