package com.maily.console.core.engine;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.Workload;
import java.util.ArrayList;
import java.util.List;

/** What a step has seen in one look, kept as events only where it differs from what the journal already knows. */
final class Sight {

    private final List<Event> events = new ArrayList<>();
    private final StepContext context;
    private final Step step;

    Sight(Step step, StepContext context) {
        this.step = step;
        this.context = context;
    }

    List<Event> events() {
        return events;
    }

    void add(Event event) {
        events.add(event);
    }

    /** Journals a write that was sent; platforms that had nothing to send answer with an empty command. */
    void acted(String what, String command) {
        if (!command.isEmpty()) {
            events.add(new Event.StepActed(step.id(), what, command));
        }
    }

    void sees(Workload workload) {
        boolean stable = workload.track() == Track.STABLE;
        ComponentState known = context.remembered(workload.component());
        String version = !stable && workload.wanted() == 0 ? "" : workload.artifact().map(Artifact::version).orElse("");
        if (context.speaksFor(step) && !version.equals(stable ? known.stable() : known.canary())) {
            events.add(new Event.VersionObserved(workload.component(), stable, version, said(workload)));
        }
    }

    void sees(String component, Traffic traffic) {
        ComponentState known = context.remembered(component);
        boolean same = traffic.desired().equals(known.desired()) && traffic.observed().equals(known.observed())
                && traffic.why().equals(known.why());
        boolean settledUnseen = traffic.settledAt(traffic.desired()) && known.shiftedAt().isPresent() && known.settledAt()
                .isEmpty();
        if (context.speaksFor(step) && (!same || settledUnseen)) {
            events.add(new Event.WeightObserved(component, traffic.desired(), traffic.observed(), traffic.why()));
        }
    }

    /** {@code 5 of 5 ready}, or the platform's own words. */
    static String said(Workload workload) {
        String message = switch (workload.rollout()) {
            case Workload.Rollout.Done done -> done.message();
            case Workload.Rollout.Waiting waiting -> waiting.message();
            case Workload.Rollout.Broken broken -> broken.message();
        };
        return workload.wanted() > 1 ? workload.ready() + " of " + workload.wanted() + " ready" : message;
    }
}
