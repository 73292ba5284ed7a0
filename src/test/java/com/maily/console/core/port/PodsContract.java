package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Pods} must do; run by each adapter over the wire and by the sandbox in memory. */
public abstract class PodsContract {

    /** On top of a component with a deployer: its pods. */
    public interface Harness extends PortHarness {
        Pods pods();
    }

    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BlockingQueue<Pods.Change> changes = new LinkedBlockingQueue<>();
    private final BlockingQueue<LogNews> news = new LinkedBlockingQueue<>();
    private final Map<String, Pod> known = new ConcurrentHashMap<>();
    private Harness world;

    protected abstract Harness open() throws Exception;

    @BeforeEach
    void openWorld() throws Exception {
        world = open();
    }

    @AfterEach
    void closeWorld() {
        // A world that could not be opened has skipped the test, and says why.
        if (world != null) {
            world.close();
        }
    }

    @Test
    void theFirstBatchHasAllPodsThereAre() {
        try (Subscription _ = world.pods().watch(changes::add)) {
            assertThat(changes).as("the first batch comes with the call").isNotEmpty();
            learn(changes.remove());
            int wanted = world.deployer().observe(world.component(), Track.STABLE).wanted();
            assertThat(ours()).hasSize(wanted).allSatisfy(pod -> {
                assertThat(pod.version()).isEqualTo(world.running().version());
                assertThat(pod.track()).isEqualTo(Track.STABLE);
                assertThat(pod.ready()).isTrue();
                assertThat(pod.phase()).isEqualTo("Running");
                assertThat(pod.revision()).isNotEmpty();
            });
        }
    }

    @Test
    void aRolloutIsSeenPodByPod() throws InterruptedException {
        int wanted = world.deployer().observe(world.component(), Track.STABLE).wanted();
        try (Subscription _ = world.pods().watch(changes::add)) {
            world.deployer().deploy(world.component(), Track.STABLE, world.next());
            until(pods -> pods.size() == wanted && pods.stream()
                    .allMatch(pod -> pod.ready() && pod.version().equals(world.next().version())));
        }
    }

    @Test
    void podsThatGoAreNamed() throws InterruptedException {
        world.deployer().deploy(world.component(), Track.CANARY, world.next());
        world.deployer().scale(world.component(), Track.CANARY, 1);
        try (Subscription _ = world.pods().watch(changes::add)) {
            until(pods -> pods.stream().anyMatch(pod -> pod.track() == Track.CANARY && pod.ready()));
            world.deployer().scale(world.component(), Track.CANARY, 0);
            until(pods -> pods.stream().noneMatch(pod -> pod.track() == Track.CANARY));
        }
    }

    @Test
    void afterClosingNothingComes() throws InterruptedException {
        Subscription subscription = world.pods().watch(changes::add);
        subscription.close();
        subscription.close();
        changes.clear();
        world.deployer().deploy(world.component(), Track.STABLE, world.next());
        world.pass(STEP.multipliedBy(5));
        assertThat(changes.poll(500, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void theLogIsTheNewestLines() {
        try (Subscription _ = world.pods().watch(changes::add)) {
            learn(changes.remove());
        }
        List<String> lines = world.pods().log(ours().getFirst().name(), 5);
        assertThat(lines).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aPodSaysWhereItRunsAndWhatItMayUse() {
        assertThat(first().node()).isNotEmpty();
        assertThat(first().containers()).isNotEmpty();
        assertThat(first().requests()).isIn(Compute.NONE, new Compute(100, 128L << 20));
        assertThat(first().limits()).isIn(Compute.NONE, new Compute(500, 512L << 20));
    }

    @Test
    void whatPodsUseIsMeasuredOrSaidNotToBe() {
        switch (world.pods().usage()) {
            case PodUsage.Measured measured -> assertThat(measured.byPod().get(first().key())).satisfies(used -> {
                assertThat(used.millicores()).isBetween(1L, 100_000L);
                assertThat(used.bytes()).isBetween(1L << 20, 1L << 40);
            });
            case PodUsage.Absent absent -> assertThat(absent.why()).isEqualTo("no metrics API");
        }
    }

    @Test
    void aFollowedLogGoesOnAndTellsNoLineTwice() throws InterruptedException {
        try (Subscription _ = world.pods().follow(log(first(), false), news::add)) {
            List<LogLine> lines = new ArrayList<>();
            until("further lines", () -> {
                world.pass(STEP);
                takeLines(lines);
                return lines.size() >= 12;
            });
            assertThat(lines).doesNotHaveDuplicates().allSatisfy(line -> assertThat(line.at()).isPresent())
                    .isSortedAccordingTo(Comparator.comparing(line -> line.at().orElseThrow()));
        }
    }

    @Test
    void afterClosingALogNothingComes() throws InterruptedException {
        Subscription following = world.pods().follow(log(first(), false), news::add);
        following.close();
        following.close();
        world.pass(STEP);
        news.clear();
        world.pass(STEP.multipliedBy(3));
        assertThat(news.poll(1500, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aContainerThatWasNeverRestartedHasNoEarlierLog() throws InterruptedException {
        try (Subscription _ = world.pods().follow(log(first(), true), news::add)) {
            assertThat(news.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isInstanceOfSatisfying(LogNews.Ended.class,
                    ended -> assertThat(ended.why()).contains("previous terminated container"));
        }
    }

    @Test
    void theLogOfAPodThatIsGoneEnds() throws InterruptedException {
        try (Subscription _ = world.pods().follow(new LogSource(first().namespace(), "nobody", "", false, 10), news::add)) {
            assertThat(news.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(new LogNews.Ended("The pod is gone."));
        }
    }

    @Test
    void whatHappenedToAPodAndToItsWorkloadIsTold() throws InterruptedException {
        world.deployer().deploy(world.component(), Track.STABLE, world.next());
        try (Subscription _ = world.pods().watch(changes::add)) {
            until(pods -> pods.stream().anyMatch(pod -> pod.ready() && pod.version().equals(world.next().version())));
        }
        Pod fresh = ours().stream().filter(pod -> pod.ready() && pod.version().equals(world.next().version())).findFirst()
                .orElseThrow();
        assertThat(world.pods().events(fresh)).extracting(PodEvent::reason).contains("Scheduled");
        assertThat(world.pods().events(fresh)).isSortedAccordingTo(Comparator.comparing(PodEvent::at))
                .allSatisfy(event -> assertThat(event.about()).isEqualTo(fresh.name()));
        assertThat(world.pods().events(world.component())).extracting(PodEvent::reason).contains("ScalingReplicaSet",
                "Scheduled");
    }

    private Pod first() {
        if (known.isEmpty()) {
            try (Subscription _ = world.pods().watch(changes::add)) {
                learn(changes.remove());
            }
        }
        return ours().getFirst();
    }

    private static LogSource log(Pod pod, boolean previous) {
        return new LogSource(pod.namespace(), pod.name(), "", previous, 10);
    }

    private void takeLines(List<LogLine> lines) throws InterruptedException {
        for (LogNews next = news.poll(300, TimeUnit.MILLISECONDS); next != null; next = news.poll()) {
            if (next instanceof LogNews.Lines(var more)) {
                lines.addAll(more);
            }
        }
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private static void until(String what, Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("still no %s", what).isLessThan(deadline);
        }
    }

    /** Lets time pass and takes in what comes until the component's pods are as expected. */
    private void until(Predicate<List<Pod>> expected) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!expected.test(ours())) {
            assertThat(System.nanoTime()).as("the pods are still %s", ours()).isLessThan(deadline);
            world.pass(STEP);
            Pods.Change change = changes.poll(100, TimeUnit.MILLISECONDS);
            if (change != null) {
                learn(change);
            }
        }
    }

    private void learn(Pods.Change change) {
        change.changed().forEach(pod -> known.put(pod.key(), pod));
        change.gone().forEach(known::remove);
    }

    private List<Pod> ours() {
        return known.values().stream().filter(pod -> pod.component().equals(world.component().name())).toList();
    }
}
