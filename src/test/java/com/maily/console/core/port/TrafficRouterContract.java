package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TrafficRouter} must do, whatever its platform; run by each adapter over the wire and by the sandbox in
 * memory.
 */
public abstract class TrafficRouterContract {

    private RouterHarness world;
    private TrafficRouter router;

    protected abstract RouterHarness open() throws Exception;

    @BeforeEach
    void openWorld() throws Exception {
        world = open();
        router = world.router();
    }

    @AfterEach
    void closeWorld() {
        // A world that could not be opened has skipped the test, and says why.
        if (world != null) {
            world.close();
        }
    }

    @Test
    void withoutACanaryAllTrafficIsStable() {
        Traffic traffic = settled(Weight.ZERO);
        assertThat(traffic.why().isEmpty()).as("%s", traffic).isEqualTo(world.carriesOut());
    }

    @Test
    void reachIncludesNothingAndEverything() {
        assertThat(reachable(Weight.ZERO)).isTrue();
        assertThat(reachable(Weight.FULL)).isTrue();
    }

    @Test
    void climbsItsLadderAndIsReadBackAtEachRung() {
        bringUpCanary();
        for (Weight rung : rungs()) {
            assertThat(router.set(world.component(), rung)).as("the equivalent command").isNotBlank();
            settled(rung);
        }
    }

    @Test
    void settingTheSameWeightTwiceIsHarmless() {
        bringUpCanary();
        Weight rung = rungs().getFirst();
        router.set(world.component(), rung);
        settled(rung);
        router.set(world.component(), rung);
        settled(rung);
    }

    @Test
    void goesBackToNothingFromAnyRung() {
        bringUpCanary();
        router.set(world.component(), rungs().getFirst());
        settled(rungs().getFirst());
        router.set(world.component(), Weight.ZERO);
        settled(Weight.ZERO);
    }

    @Test
    void settingNothingWhenThereIsNothingIsHarmless() {
        router.set(world.component(), Weight.ZERO);
        settled(Weight.ZERO);
    }

    @Test
    void takesAllTrafficThenIsPromotedAndIdleAgain() {
        assumeTrue(world.carriesOut(), "no controller carries out what is written here");
        bringUpCanary();
        router.set(world.component(), rungs().getFirst());
        settled(rungs().getFirst());
        router.set(world.component(), Weight.FULL);
        settled(Weight.FULL);
        world.deployer().deploy(world.component(), Track.STABLE, world.next());
        Eventually.read(world::pass, () -> world.deployer().observe(world.component(), Track.STABLE),
                stable -> stable.runs(world.next()) && stable.done());
        router.set(world.component(), Weight.ZERO);
        settled(Weight.ZERO);
        assertThat(world.deployer().observe(world.component(), Track.STABLE).artifact()).contains(world.next());
    }

    @Test
    void aWeightOutOfReachIsRejectedInASentenceAndChangesNothing() {
        bringUpCanary();
        for (Weight weight : unreachable()) {
            FailureException thrown = catchThrowableOfType(FailureException.class, () -> router.set(world.component(), weight));
            assertThat(thrown).as("setting %s", weight).isNotNull();
            assertThat(thrown.failure()).isInstanceOf(Failure.Rejected.class);
            assertThat(thrown.failure().advice()).isNotBlank();
            settled(Weight.ZERO);
        }
    }

    @Test
    void whatSomebodyElseSetIsShownWithTheirNameAndGoneOnFrom() {
        bringUpCanary();
        world.pass(Duration.ofSeconds(2));
        Weight rung = rungs().getFirst();
        world.somebodyElseSets(rung);
        Traffic theirs = settled(rung);
        assertThat(theirs.writer()).isIn(world.somebodyElse());
        router.set(world.component(), Weight.ZERO);
        settled(Weight.ZERO);
    }

    @Test
    void aWriteThatCameTooLateIsAConflictThatNamesTheOtherAndNothingIsMixed() {
        bringUpCanary();
        settled(Weight.ZERO);
        world.pass(Duration.ofSeconds(2));
        Weight theirs = rungs().getLast();
        assumeTrue(world.duringTheNextWrite(() -> world.somebodyElseSets(theirs)), "nobody can come in between here");
        if (world.refusesLateWrites()) {
            FailureException thrown = catchThrowableOfType(FailureException.class, () -> router.set(world.component(),
                    Weight.FULL));
            assertThat(thrown).as("a write that was decided on an older state").isNotNull();
            assertThat(thrown.failure()).isInstanceOf(Failure.Conflict.class);
            assertThat(thrown.failure().why()).containsAnyOf(world.somebodyElse().toArray(String[]::new));
            settled(theirs);
        } else {
            router.set(world.component(), Weight.FULL);
            settled(Weight.FULL);
        }
    }

    @Test
    void aWriteThatIsRefusedSaysSoAndTheWeightIsReadBackAsItIs() {
        bringUpCanary();
        settled(Weight.ZERO);
        assumeTrue(world.refuseTheNextWrite(), "writes cannot be refused here");
        FailureException thrown = catchThrowableOfType(FailureException.class, () -> router.set(world.component(), rungs()
                .getFirst()));
        assertThat(thrown).as("a refused write").isNotNull();
        assertThat(thrown.failure()).isInstanceOf(Failure.Denied.class);
        settled(Weight.ZERO);
        router.set(world.component(), rungs().getFirst());
        settled(rungs().getFirst());
    }

    private void bringUpCanary() {
        world.deployer().deploy(world.component(), Track.CANARY, world.next());
        world.deployer().scale(world.component(), Track.CANARY, world.canaryUnits());
        Eventually.read(world::pass, () -> world.deployer().observe(world.component(), Track.CANARY),
                canary -> !world.carriesOut() || canary.runs(world.next()) && canary.done() && canary.ready() >= Math.min(1,
                world.canaryUnits()));
    }

    private Traffic settled(Weight weight) {
        return Eventually.read(world::pass, () -> router.observe(world.component()), traffic -> world.carriesOut()
                ? traffic.settledAt(weight) : traffic.desired().equals(weight));
    }

    private boolean reachable(Weight weight) {
        return switch (router.reach(world.component())) {
            case TrafficRouter.Reach.AnyPercent _ -> true;
            case TrafficRouter.Reach.Only only -> only.weights().contains(weight);
        };
    }

    /** Two weights between nothing and everything, in order. */
    private List<Weight> rungs() {
        return switch (router.reach(world.component())) {
            case TrafficRouter.Reach.AnyPercent _ -> List.of(Weight.ofPercent(5), Weight.ofPercent(25));
            case TrafficRouter.Reach.Only only -> only.weights().stream()
                    .filter(weight -> !weight.isZero() && !weight.isFull()).sorted().limit(2).toList();
        };
    }

    private List<Weight> unreachable() {
        return switch (router.reach(world.component())) {
            case TrafficRouter.Reach.AnyPercent _ -> List.of();
            case TrafficRouter.Reach.Only only -> IntStream.rangeClosed(1, 99).mapToObj(Weight::ofPercent)
                    .filter(weight -> !only.weights().contains(weight)).limit(2).toList();
        };
    }
}
