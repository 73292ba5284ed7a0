package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
