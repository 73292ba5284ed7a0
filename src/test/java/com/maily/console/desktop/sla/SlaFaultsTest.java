package com.maily.console.desktop.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.History;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.core.sla.AlertSnapshot;
import com.maily.console.core.sla.MetricFeed;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricPace;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.desktop.widget.State;
import com.maily.console.platforms.prometheus.PrometheusSource;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.ResilientMetricSource;
import com.maily.console.platforms.resilient.Sleeper;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.metrics.PrometheusFace;
import com.maily.console.sandbox.metrics.WireFault;
import com.maily.console.sandbox.world.Scenario;
import com.maily.console.sandbox.world.SmallWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the screen says when its source misbehaves on the wire, from the bytes to the card. */
class SlaFaultsTest {

    private static final MetricPace PACE = new MetricPace(Duration.ofMillis(250), Duration.ofSeconds(15), Duration.ofMinutes(2),
            Duration.ofMinutes(10));
    private static final Duration SKEW = Duration.ofSeconds(90);
    private static final String P99 = "histogram_quantile";

    private final Workspace workspace = ofPrometheus(WorkspaceFile.maily(Map.of()).in("production"));
    private final SmallWorld world = new SmallWorld(Scenario.SMOOTH, 77);
    private final BlockingQueue<MetricSnapshot> seen = new LinkedBlockingQueue<>();
    private PrometheusFace face;
    private PrometheusSource source;
    private MetricFeed feed;
    private Subscription following;

    /** This is about one source; what another measures is on the same charts. */
    private static Workspace ofPrometheus(Workspace all) {
        return new Workspace(all.name(), all.components(), all.environments(),
                all.objectives().stream().filter(objective -> objective.source().equals("prometheus")).toList(), all.jobs(), all.timings(),
                all.releases(), all.manifests(), all.clock());
    }

    @BeforeEach
    void open() {
        world.pass(Duration.ofMinutes(15));
        face = world.face();
        source = PrometheusSource.of(Map.of("url", face.address().toString(), "timeout", "1"));
    }

    @AfterEach
    void close() {
        following.close();
        feed.close();
        source.close();
        face.close();
    }

    private void look(PrometheusSource asked, Time time) {
        Connection connection = new Connection("Prometheus", Duration.ofSeconds(5), time, Sleeper.on(time), 1);
        feed = new MetricFeed("production", _ -> new ResilientMetricSource(asked, connection), time, PACE);
        following = feed.follow(workspace.objectives().stream().filter(objective -> objective.component().equals("api"))
                .map(MetricLine::total).collect(Collectors.toSet()), seen::add);
    }

    private SlaModel model(MetricSnapshot metrics, Instant now) {
        return SlaModel.of(new SlaModel.Known(workspace, "production", SlaChoice.of("api"), SlaRange.HALF_HOUR, metrics, History.EMPTY,
                Map.of(), AlertSnapshot.EMPTY, new SlaPoints(), now));
    }

    /** What the card says, once it says what is expected. @param meanwhile happens before each look */
    private SlaChart chart(String key, Supplier<Instant> now, Runnable meanwhile, Predicate<SlaChart> expected)
            throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            meanwhile.run();
            MetricSnapshot next = seen.poll(1, TimeUnit.SECONDS);
            Optional<SlaChart> found = next == null ? Optional.empty() : model(next, now.get()).charts().stream()
                    .filter(chart -> chart.key().equals(key)).findFirst();
            if (found.filter(expected).isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("the chart of " + key + " never said what was expected");
    }

    private SlaChart chart(String key, Predicate<SlaChart> expected) throws InterruptedException {
        return chart(key, world.clock::instant, () -> { }, expected);
    }

    /** Time goes on: a pause that was asked for must pass, also one that is asked for late. */
    private SlaChart recovered(String key) throws InterruptedException {
        return chart(key, world.clock::instant, () -> world.pass(Duration.ofSeconds(5)), chart -> chart.state() == State.DONE);
    }

    private static List<Sample> samples(SlaChart chart) {
        return chart.data().lines().getFirst().samples();
    }

    private void lookWell() throws InterruptedException {
        look(source, world.clock);
        chart("p99", chart -> chart.state() == State.DONE);
        chart("error-rate", chart -> chart.state() == State.DONE);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new WireFault.Slow(Duration.ofSeconds(20)), Failure.TimedOut.class, "did not answer in time"),
                Arguments.of(new WireFault.Refused("found duplicate series"), Failure.Rejected.class, "cannot evaluate the query"),
                Arguments.of(new WireFault.ErrorInOk("query processing would load too many samples"), Failure.Rejected.class,
                        "cannot evaluate the query"),
                Arguments.of(new WireFault.Html(), Failure.Rejected.class, "did not answer in JSON"),
                Arguments.of(new WireFault.Truncated(), Failure.Unreachable.class, "broke off its answer"),
                Arguments.of(new WireFault.Throttled(Duration.ofSeconds(30)), Failure.Throttled.class, "asks us to slow down"),
                Arguments.of(new WireFault.Unavailable(), Failure.Unreachable.class, "is in trouble itself"),
                Arguments.of(new WireFault.Dropped(), Failure.Unreachable.class, "Prometheus"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theCardSaysWhyGreysWhatItKnowsAndRecoversByItself(WireFault fault, Class<? extends Failure> kind, String words)
            throws Exception {
        lookWell();
        face.inject(fault);
        world.pass(Duration.ofMinutes(2));

        SlaChart chart = chart("p99", shown -> shown.failure().isPresent());
        assertThat(chart.failure().orElseThrow()).isInstanceOf(kind);
        assertThat(chart.failure().orElseThrow().what()).contains(words);
        assertThat(chart.state()).isEqualTo(State.STALE);
        assertThat(chart.data().stale()).isTrue();
        assertThat(chart.detail()).startsWith("as of ");
        assertThat(chart.query()).contains(P99);

        face.heal();
        assertThat(recovered("p99").failure()).isEmpty();
    }

    @Test
    void oneQueryThatIsWrongLeavesTheOthersAlone() throws Exception {
        lookWell();
        face.inject(new WireFault.Only(P99, new WireFault.Refused("found duplicate series")));
        world.pass(Duration.ofMinutes(2));

        assertThat(chart("p99", shown -> shown.failure().isPresent()).failure().orElseThrow().why()).contains("found duplicate series");
        SlaChart errors = chart("error-rate", shown -> shown.state() == State.DONE && !shown.data().stale());
        assertThat(errors.failure()).isEmpty();
    }

    @Test
    void aPartialAnswerIsShownWithItsWarning() throws Exception {
        face.inject(new WireFault.Partial("store eu-west-1: no such host"));
        look(source, world.clock);

        SlaChart chart = chart("p99", shown -> shown.state() == State.DONE);
        assertThat(chart.warnings()).singleElement().asString().endsWith("store eu-west-1: no such host");
    }

    @Test
    void valuesThatAreNoNumbersAreAGapAndSoonStale() throws Exception {
        lookWell();
        face.inject(new WireFault.NotANumber());
        world.pass(Duration.ofMinutes(2));

        SlaChart chart = chart("p99", shown -> Double.isNaN(samples(shown).getLast().value()));
        assertThat(chart.state()).isEqualTo(State.STALE);
        assertThat(samples(chart)).anySatisfy(sample -> assertThat(sample.value()).isFinite());
        assertThat(chart.failure()).isEmpty();
        assertThat(chart.detail()).startsWith("as of ");
    }

    @Test
    void nothingIsNeverTakenForGood() throws Exception {
        face.inject(new WireFault.Empty());
        look(source, world.clock);

        SlaChart chart = chart("error-rate", shown -> shown.source().lastGood().isPresent());
        assertThat(chart.state()).isEqualTo(State.QUEUED);
        assertThat(chart.value()).isEqualTo("–");

        face.heal();
        chart("error-rate", shown -> shown.state() == State.DONE);
        face.inject(new WireFault.Empty());
        world.pass(Duration.ofMinutes(2));
        assertThat(chart("error-rate", shown -> shown.state() == State.STALE).failure()).isEmpty();
    }

    static Stream<WireFault> disorder() {
        return Stream.of(new WireFault.Duplicated(), new WireFault.Unordered());
    }

    @ParameterizedTest
    @MethodSource("disorder")
    void pointsTwiceOrOutOfOrderAreOneCurve(WireFault fault) throws Exception {
        face.inject(fault);
        look(source, world.clock);

        SlaChart chart = chart("p99", shown -> shown.state() == State.DONE);
        assertThat(samples(chart)).hasSize(41).extracting(Sample::at).isSorted().doesNotHaveDuplicates();
    }

    /** This machine's clock is wrong: everything it knows of, the curve too, is in its own time, and the card says so. */
    @Test
    void clocksThatDifferAreCorrectedAndToldOf() throws Exception {
        Time ours = new Time() {
            @Override
            public Instant instant() {
                return world.clock.instant().plus(SKEW);
            }

            @Override
            public double rate() {
                return 1;
            }
        };
        source.close();
        source = PrometheusSource.of(Map.of("url", face.address().toString()), () -> Instant.now().plus(SKEW));
        look(source, ours);

        SlaChart chart = chart("p99", ours::instant, () -> { }, shown -> shown.state() == State.DONE);
        assertThat(chart.warnings()).singleElement().asString().matches(".*The clock of Prometheus is (89|90|91) s behind .*");
        assertThat(samples(chart).getLast().at()).isAfter(ours.instant().minusSeconds(16));
    }
}
