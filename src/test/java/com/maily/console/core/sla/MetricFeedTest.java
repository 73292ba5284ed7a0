package com.maily.console.core.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Objective;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.SourceState.Freshness;
import com.maily.console.core.port.Subscription;
import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricFeedTest {

    private static final Instant START = Instant.parse("2025-11-20T03:00:00Z");
    private static final MetricPace PACE = new MetricPace(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    private final SandboxClock clock = SandboxClock.manual(START);

    private static Objective objective(String key, String source) {
        return new Objective(key, key, "api", source, "rate{c=\"${component}\",e=\"${environment}\",track=\"${track}\"}[${window}]", "", "%",
                Objective.Bound.AT_MOST, 1, true);
    }

    /** Answers with the minute as the value, except in the minutes it has lost, and remembers what it was asked. */
    private final class Counting implements MetricSource {
        final List<Instant> from = new java.util.concurrent.CopyOnWriteArrayList<>();
        Set<Instant> lost = Set.of();
        Failure failure = null;

        @Override
        public Answer instant(String query, Instant at) {
            return new Answer(List.of(), List.of());
        }

        @Override
        public Answer range(String query, Instant start, Instant end, Duration step) {
            from.add(start);
            if (failure != null) {
                throw new FailureException(failure);
            }
            List<Sample> samples = new ArrayList<>();
            for (Instant at = start; !at.isAfter(end); at = at.plus(step)) {
                if (!lost.contains(at)) {
                    samples.add(new Sample(at, at.getEpochSecond() % 3600));
                }
            }
            return new Answer(List.of(new Series(Map.of(), samples)), List.of("partial answer"));
        }
    }

    private static MetricCurve pass(MetricPoll poll, MetricLine line) throws InterruptedException {
        return pass(poll, PACE, line).get(line);
    }

    private static Map<MetricLine, MetricCurve> pass(MetricPoll poll, MetricPace pace, MetricLine... lines)
            throws InterruptedException {
        Map<MetricLine, MetricCurve> curves = new HashMap<>();
        poll.pass(Stream.of(lines).map(line -> new MetricWish(line, pace)).toList(), Duration.ofSeconds(5),
                news -> news.forEach((key, curve) -> curves.put(key.line(), curve)));
        return curves;
    }

    @Test
    void fillsThePastOnceAndThenAsksOnlyForWhatIsNew() throws Exception {
        Counting source = new Counting();
        MetricPoll poll = new MetricPoll("production", "prometheus", () -> source, clock, PACE);
        MetricLine line = MetricLine.total(objective("p99", "prometheus"));

        assertThat(pass(poll, line).samples()).hasSize(41);
        clock.advance(Duration.ofSeconds(30));
        MetricCurve curve = pass(poll, line);

        assertThat(source.from).containsExactly(START.minus(Duration.ofMinutes(10)), START.minusSeconds(15));
        assertThat(curve.samples()).hasSize(41);
        assertThat(curve.samples().getLast().at()).isEqualTo(START.plusSeconds(30));
        assertThat(curve.warnings()).containsExactly("partial answer");
    }

    @Test
    void aSampleThatCameInLateReplacesWhatWasMissing() throws Exception {
        Counting source = new Counting();
        source.lost = Set.of(START);
        MetricPoll poll = new MetricPoll("production", "prometheus", () -> source, clock, PACE);
        MetricLine line = MetricLine.total(objective("p99", "prometheus"));
        pass(poll, line);
        source.lost = Set.of();
        clock.advance(Duration.ofSeconds(15));

        assertThat(pass(poll, line).samples()).extracting(Sample::at).contains(START).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void theSourceIsCalledAsPeopleSayIt() throws Exception {
        MetricPoll poll = new MetricPoll("production", "prometheus", Counting::new, clock, PACE);

        assertThat(pass(poll, MetricLine.total(objective("p99", "prometheus"))).source().name()).isEqualTo("Prometheus");
    }

    @Test
    void leavesAGapWhereTheSourceHadNothing() throws Exception {
        Counting source = new Counting();
        source.lost = Set.of(START.minusSeconds(30));
        MetricPoll poll = new MetricPoll("production", "prometheus", () -> source, clock, PACE);

        List<Sample> samples = pass(poll, MetricLine.total(objective("p99", "prometheus"))).samples();

        assertThat(samples).extracting(Sample::at).doesNotContain(START.minusSeconds(30)).contains(START.minusSeconds(45));
    }

    @Test
    void keepsTheLastTruthAndSaysWhyAndSinceWhenItIsOld() throws Exception {
        Counting source = new Counting();
        MetricPoll poll = new MetricPoll("production", "prometheus", () -> source, clock, PACE);
        MetricLine line = MetricLine.total(objective("p99", "prometheus"));
        pass(poll, line);
        source.failure = new Failure.Unreachable("prometheus did not answer", "connection refused", "Look at the pod.");
        clock.advance(Duration.ofSeconds(90));

        MetricCurve curve = pass(poll, line);

        assertThat(curve.samples()).isNotEmpty();
        assertThat(curve.failure()).isPresent();
        assertThat(curve.source().lastGood()).contains(START);
        assertThat(curve.source().freshness(clock.instant())).isEqualTo(Freshness.STALE);
        assertThat(curve.fresh(clock.instant())).isFalse();
    }

    @Test
    void doesNotAskTheRestOfASourceThatIsAway() throws Exception {
        Counting source = new Counting();
        source.failure = new Failure.TimedOut("prometheus did not answer", "10 s", "Wait.");
        MetricPoll poll = new MetricPoll("production", "prometheus", () -> source, clock, PACE);
        MetricLine first = MetricLine.total(objective("p99", "prometheus"));
        MetricLine second = MetricLine.total(objective("error-rate", "prometheus"));

        Map<MetricLine, MetricCurve> curves = pass(poll, PACE, first, second);

        assertThat(source.from).hasSize(1);
        assertThat(curves.get(second).failure()).isPresent();
    }

    @Test
    void asksForBothTracksAtOnceAndForOneAlone() {
        Objective objective = objective("p99", "prometheus");

        assertThat(MetricLine.total(objective).query("production", Duration.ofMinutes(2)))
                .isEqualTo("rate{c=\"api\",e=\"production\",track=~\"stable|canary\"}[120s]");
        assertThat(MetricLine.of(objective, MetricLine.Side.CANARY).query("production", Duration.ofMinutes(2)))
                .isEqualTo("rate{c=\"api\",e=\"production\",track=\"canary\"}[120s]");
    }

    @Test
    void aSlowSourceNeverDelaysAnotherAndNobodyIsAskedOnceNobodyLooks() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        Counting quick = new Counting();
        MetricSource slow = new MetricSource() {
            @Override
            public Answer instant(String query, Instant at) {
                return range(query, at, at, Duration.ofSeconds(1));
            }

            @Override
            public Answer range(String query, Instant start, Instant end, Duration step) {
                try {
                    stuck.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new Answer(List.of(), List.of());
            }
        };
        MetricLine quickLine = MetricLine.total(objective("p99", "quick"));
        MetricLine slowLine = MetricLine.total(objective("users", "slow"));
        BlockingQueue<MetricSnapshot> seen = new LinkedBlockingQueue<>();
        try (MetricFeed feed = new MetricFeed("production", name -> name.equals("slow") ? slow : quick, clock, PACE);
             Subscription all = feed.follow(Set.of(quickLine, slowLine), seen::add)) {
            assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo(MetricSnapshot.EMPTY);
            MetricSnapshot first = seen.poll(5, TimeUnit.SECONDS);
            assertThat(first).isNotNull();
            assertThat(first.curve(quickLine)).isPresent();
            assertThat(first.curve(slowLine)).isEmpty();
            all.close();
        } finally {
            stuck.countDown();
        }
    }

    @Test
    void inAFastSandboxAnsweringInTimeStillCountsAsLive() {
        SandboxClock fast = SandboxClock.running(START, 60);
        MetricPace pace = PACE.at(fast);
        Duration between = Duration.ofNanos((long) (pace.pause(fast).toNanos() * fast.rate()));
        SourceState source = new SourceState("prometheus", pace.interval(), Optional.of(START), "");

        assertThat(source.freshness(START.plus(between))).isEqualTo(Freshness.LIVE);
    }
}
