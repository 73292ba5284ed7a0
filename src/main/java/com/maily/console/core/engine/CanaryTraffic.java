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
import com.maily.console.core.port.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A component's traffic in one look: what the router says, held against what the journal remembers, and the one write that may
 * follow. A weight found at the router that was ours but never journalled (the console died in between) is journalled now, so
 * that it is not sent twice and its bake starts afresh.
 */
final class CanaryTraffic {

    /** How our own writes are signed at the platforms. */
    static final String OURS = "maily-console";
    /** Routers obey within seconds; what is not obeyed must be known within half a minute, looks included. */
    private static final Duration LEAVES = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    /** How the controller of Argo Rollouts signs what it writes. */
    private static final String ROLLOUTS_CONTROLLER = "rollouts-controller";

    private final Step step;
    private final Component component;
    private final TrafficRouter router;
    private final Sight sight;
    private final Traffic seen;
    private final ComponentState known;
    private final Instant now;
    private final boolean shifted;
    private final Optional<String> intruder;

    CanaryTraffic(Step step, Component component, StepContext context, Sight sight) {
        this.step = step;
        this.component = component;
        this.router = context.platforms().router(component);
        this.sight = sight;
        this.seen = router.observe(component);
        this.known = context.remembered(component.name());
        this.now = context.now();
        boolean differs = !seen.desired().equals(known.desired());
        boolean uncertain = context.state().status() == StepState.Status.UNCERTAIN;
        boolean ours = seen.writer().equals(OURS) || seen.writer().isEmpty() && uncertain || stepped();
        // What a run finds at its start is nobody's shift; only a weight it knew before can have been moved.
        boolean knew = context.deployment().components().containsKey(component.name());
        // A router that goes back on a lowering of ours was not moved by anybody: it did not obey.
        boolean disobeys = !uncertain && known.leaving().filter(told -> seen.desired().isAbove(told.to())).isPresent();
        this.shifted = differs && ours && knew && !disobeys;
        this.intruder = differs && !ours ? Optional.of(intruder(seen)) : Optional.empty();
        if (shifted) {
            sight.add(new Event.WeightShifted(step.id(), component.name(), known.desired(), seen.desired(), ""));
        }
        sight.sees(component.name(), seen);
    }

    /** A controller that walks steps of its own has gone on to the next one; an abort or a full promotion has its writer. */
    private boolean stepped() {
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

    /** How far traffic may go back by itself. */
    WayDown down(Workload stable, Workload canary) {
        return new WayDown(component.name(), routing(), seen.desired(), reach(), stable, canary);
    }

    /** When a weight was told that the router does not follow, and it is too early to tell it again. */
    boolean toldJustNow() {
        return known.leaving().isPresent() && known.shifts().getLast().at().plus(AGAIN).isAfter(now);
    }

    /**
     * Says once that traffic which was told to leave has not, when it has had its time. Where pods are the weight it leaves
     * as they come, which the step itself waits for.
     */
    void missRecovery() {
        boolean counts = !routing().kind().equals(Routing.REPLICA_RATIO) && known.lost().isEmpty();
        known.leaving().filter(told -> counts && !told.at().plus(LEAVES).isAfter(now)
                && (told.missedBy(seen.observed()) || told.missedBy(seen.desired()))).ifPresent(told ->
                sight.add(new Event.NotRecovered(step.id(), component.name(), told.to(), most(), reason())));
    }

    /**
     * A controller that was promoting when it was told to abort may finish that all the same; then no canary is left to see it
     * by.
     */
    void missAbort(boolean promoted, String version) {
        boolean told = known.shifts().stream().anyMatch(shift -> shift.to().isZero() && !shift.by().isEmpty());
        if (promoted && told && known.lost().isEmpty()) {
            sight.add(new Event.NotRecovered(step.id(), component.name(), Weight.ZERO, Weight.FULL,
                    "The abort was ignored: the controller finished the promotion, and all traffic is answered by "
                    + version + "."));
        }
    }

    private Weight most() {
        return seen.observed().isAbove(seen.desired()) ? seen.observed() : seen.desired();
    }

    private String reason() {
        boolean other = seen.desired().isAbove(known.leaving().orElseThrow().to()) && !seen.writer().isEmpty()
                && !seen.writer().equals(OURS);
        return !seen.why().isEmpty() ? seen.why() : other ? seen.writer() + " set " + seen.desired() + " again."
                : "It was written, and the router does not follow.";
    }

    void set(Weight to) {
        String command = router.set(component, to);
        sight.add(new Event.WeightShifted(step.id(), component.name(), seen.desired(), to, command));
    }
}
