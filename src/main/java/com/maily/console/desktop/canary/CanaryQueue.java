package com.maily.console.desktop.canary;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.Verdict;
import java.util.Optional;

/**
 * A weight a person wants once the present one has passed. The engine knows no such wish, so it waits here, for as long as this
 * console is open: it is sent once when the plan itself goes up or its gate is approved, and dropped with a reason when anything
 * else happens.
 *
 * @param from    the weight that must pass first
 * @param planned where the plan goes by itself after that
 */
record CanaryQueue(String deployment, String step, Weight to, Weight from, Optional<Weight> planned) {

    /** What becomes of a queued weight. */
    sealed interface Fate {
        record Waits() implements Fate { }

        record Sent() implements Fate { }

        /** @param why a sentence for whoever queued it */
        record Dropped(String why) implements Fate { }
    }

    /** @param run the one that holds the environment now, if one does */
    Fate fate(Optional<Deployment> run) {
        Optional<StepState> state = run.filter(one -> one.id().equals(deployment) && !one.over()).flatMap(one -> one.step(step));
        if (state.isEmpty()) {
            return dropped("the run is over");
        }
        ComponentState now = run.get().component(state.get().step().about().orElse(""));
        return switch (state.get().status()) {
            case HELD -> dropped("the canary is held");
            case FAILED -> dropped("the canary failed");
            case DONE, SKIPPED, PLANNED -> dropped("the canary is over");
            case RUNNING, UNCERTAIN, WAITING -> fate(now);
        };
    }

    private Fate fate(ComponentState now) {
        if (now.verdict().filter(verdict -> verdict.word() == Verdict.Word.FAIL).isPresent()) {
            return dropped("the verdict turned to fail");
        }
        if (now.desired().equals(from)) {
            return new Fate.Waits();
        }
        if (!planned.equals(Optional.of(now.desired()))) {
            return dropped("the weight was set to " + now.desired() + " meanwhile");
        }
        return to.isAbove(now.desired()) ? new Fate.Sent() : new Fate.Dropped("The plan itself went to " + now.desired() + ".");
    }

    private Fate dropped(String why) {
        return new Fate.Dropped("The queued " + to + " was dropped: " + why + ".");
    }
}
