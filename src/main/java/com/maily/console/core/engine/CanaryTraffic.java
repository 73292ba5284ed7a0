package com.maily.console.core.engine;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import java.util.Optional;

/**
 * A component's traffic in one look: what the router says, held against what the journal remembers, and the one write that may
 * follow. A weight found at the router that was ours but never journalled (the console died in between) is journalled now, so
 * that it is not sent twice and its bake starts afresh.
 */
final class CanaryTraffic {

    /** How our own writes are signed at the platforms. */
    static final String OURS = "maily-console";
    /** How the controller of Argo Rollouts signs what it writes. */
    private static final String ROLLOUTS_CONTROLLER = "rollouts-controller";

    private final Step step;
    private final Component component;
    private final TrafficRouter router;
    private final Sight sight;
    private final Traffic seen;
    private final boolean shifted;
    private final Optional<String> intruder;

    CanaryTraffic(Step step, Component component, StepContext context, Sight sight) {
        this.step = step;
        this.component = component;
        this.router = context.platforms().router(component);
        this.sight = sight;
        this.seen = router.observe(component);
        ComponentState known = context.remembered(component.name());
        boolean differs = !seen.desired().equals(known.desired());
        boolean uncertain = context.state().status() == StepState.Status.UNCERTAIN;
        boolean ours = seen.writer().equals(OURS) || seen.writer().isEmpty() && uncertain || stepped(known);
        // What a run finds at its start is nobody's shift; only a weight it knew before can have been moved.
        boolean knew = context.deployment().components().containsKey(component.name());
        this.shifted = differs && ours && knew;
        this.intruder = differs && !ours ? Optional.of(intruder(seen)) : Optional.empty();
        if (shifted) {
            sight.add(new Event.WeightShifted(step.id(), component.name(), known.desired(), seen.desired(), ""));
        }
        sight.sees(component.name(), seen);
    }

    /** A controller that walks steps of its own has gone on to the next one; an abort or a full promotion has its writer. */
    private boolean stepped(ComponentState known) {
        boolean controller = seen.writer().isEmpty() || seen.writer().equals(ROLLOUTS_CONTROLLER);
        return component.routing().movesItself() && controller && seen.desired().isAbove(known.desired());
    }

    /** What splits the traffic, found out where the workspace file leaves it open. */
    Routing routing() {
        return router.routing(component);
    }

    private String intruder(Traffic traffic) {
        String who = traffic.writer().isEmpty() ? "Somebody else" : traffic.writer();
        return who + " set " + component.name() + " to " + traffic.desired()
                + ". Retry the step to go on from there, or roll back.";
    }

    Weight desired() {
        return seen.desired();
    }

    /** Who else wrote the weight since we did, as a sentence. */
    Optional<String> intruder() {
        return intruder;
    }

    /** Whether the weight was just found to have changed; its bake starts now. */
    boolean justShifted() {
        return shifted;
    }

    boolean settled() {
        return seen.settledAt(seen.desired());
    }

    boolean settledAtZero() {
        return seen.settledAt(Weight.ZERO);
    }

    String unsettled() {
        return component.name() + ": the router is told " + seen.desired() + " and reports " + seen.observed()
                + (seen.why().isEmpty() ? "" : ", " + seen.why());
    }

    TrafficRouter.Reach reach() {
        return router.reach(component);
    }

    /**
     * The next weight on the way down when nothing is wrong with the canary. Where pods are the weight, they go one by one, so
     * that those of the stable track are ready before the next leaves; elsewhere straight to nothing.
     */
    Weight gently() {
        if (!component.routing().kind().equals(Routing.REPLICA_RATIO)) {
            return Weight.ZERO;
        }
        return switch (router.reach(component)) {
            case TrafficRouter.Reach.AnyPercent _ -> Weight.ZERO;
            case TrafficRouter.Reach.Only only -> only.weights().stream().filter(seen.desired()::isAbove).max(Weight::compareTo)
                    .orElse(Weight.ZERO);
        };
    }

    void set(Weight to) {
        String command = router.set(component, to);
        sight.add(new Event.WeightShifted(step.id(), component.name(), seen.desired(), to, command));
    }
}
