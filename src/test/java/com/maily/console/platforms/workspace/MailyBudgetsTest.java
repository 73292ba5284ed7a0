package com.maily.console.platforms.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.core.sla.budget.AlertState;
import com.maily.console.core.sla.budget.BudgetFeed;
import com.maily.console.core.sla.budget.BurnAlert;
import com.maily.console.core.sla.budget.BurnCost;
import com.maily.console.core.sla.budget.BurnWindow;
import com.maily.console.core.sla.budget.ErrorBudget;
import com.maily.console.core.sla.budget.ShareFeed;
import com.maily.console.core.sla.budget.TrackShares;
import com.maily.console.core.model.Weight;
import com.maily.console.sandbox.world.Scenario;
import com.maily.console.sandbox.world.SmallWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The shipped objectives' budgets, asked of the sandbox's samples in the source's own language. */
class MailyBudgetsTest {

    private final Workspace maily = WorkspaceFile.maily(Map.of()).in("production");

    private static Time time(SmallWorld world) {
        return new Time() {
            @Override
            public Instant instant() {
                return world.clock.instant();
            }

            @Override
            public double rate() {
                return 60;
            }
        };
    }

    /** Those that Prometheus has the counts of. */
    private List<Objective> counted() {
        return maily.objectives().stream().filter(one -> one.counted() != null && one.source().equals("prometheus")).toList();
    }

    private static <T> T first(BlockingQueue<T> told, Function<T, Boolean> wanted) throws InterruptedException {
        for (T newest = told.poll(10, TimeUnit.SECONDS); newest != null; newest = told.poll(10, TimeUnit.SECONDS)) {
            if (wanted.apply(newest)) {
                return newest;
            }
        }
        throw new AssertionError("nothing like it was told");
    }

    private Map<Objective, ErrorBudget> budgets(SmallWorld world) throws InterruptedException {
        BlockingQueue<Map<Objective, ErrorBudget>> told = new LinkedBlockingQueue<>();
        try (Subscription _ = new BudgetFeed("production", _ -> world.metrics, time(world)).follow(counted(),
                EnumSet.allOf(BurnWindow.class), told::add)) {
            return first(told, all -> all.size() == counted().size());
        }
    }

    @Test
    void everyCountedObjectiveHasABurnRateAsFarAsTheSamplesReachAndNoFurther() throws Exception {
        SmallWorld world = new SmallWorld(Scenario.SMOOTH, 77);
        world.pass(Duration.ofMinutes(10));
        budgets(world).forEach((objective, budget) -> {
            String name = objective.component() + " " + objective.key();
            assertThat(budget.burn(BurnWindow.M5, world.clock.instant())).as(name).isPresent();
            assertThat(budget.burn(BurnWindow.H2, world.clock.instant())).as(name).isPresent();
            assertThat(budget.window(BurnWindow.H6).unknown(world.clock.instant())).as(name).isEqualTo("no data that old");
            assertThat(budget.remaining(world.clock.instant()).orElseThrow().atMost()).as(name).isTrue();
        });
    }

    @Test
    void anOutageOfTheCanaryPagesForTheComponent() throws Exception {
        SmallWorld world = new SmallWorld(Scenario.CANARY_REGRESSION, 77);
        world.canary("api", 25, 3);
        world.pass(Duration.ofMinutes(15));
        Objective availability = maily.objectivesOf("api").getFirst();

        ErrorBudget budget = budgets(world).get(availability);
        assertThat(budget.alert(BurnAlert.PAGE_FAST, world.clock.instant()).word()).isEqualTo(AlertState.Word.FIRING);
    }

    @Test
    void theCostOfAWeightIsThatOfTheSharesBothTracksHave() throws Exception {
        SmallWorld world = new SmallWorld(Scenario.CANARY_REGRESSION, 77);
        world.canary("api", 25, 3);
        Instant shifted = world.clock.instant();
        world.pass(Duration.ofMinutes(5));
        List<Objective> objectives = ShareFeed.counted(maily.objectivesOf("api"));
        BlockingQueue<Map<Objective, TrackShares>> told = new LinkedBlockingQueue<>();
        try (Subscription _ = new ShareFeed("production", _ -> world.metrics, time(world)).follow(objectives,
                _ -> Optional.of(shifted), told::add)) {
            BurnCost cost = BurnCost.of(objectives, first(told, all -> all.size() == objectives.size()), Optional.of(shifted),
                    world.clock.instant());

            assertThat(cost.unknown()).isEmpty();
            assertThat(cost.worst(Weight.ofPercent(50)).orElseThrow().objective().key()).isEqualTo("availability");
            assertThat(cost.worst(Weight.ofPercent(50)).orElseThrow().at(Weight.ofPercent(50)).times()).as("2.2 % at half the traffic")
                    .isCloseTo(110, within(15.0));
            assertThat(cost.marks()).extracting(BurnCost.Mark::times).containsExactly(1.0, 6.0, 14.4);
            assertThat(cost.marks().getLast().weight().isAbove(Weight.ofPercent(10))).isFalse();
        }
    }
}
