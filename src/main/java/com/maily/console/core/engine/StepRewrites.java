package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.StepRewriting;
import com.maily.console.core.port.StepRewriting.Rewrite;

/**
 * Rewrites the steps of a router that goes by steps, for a canary that a run conducts: the run holds the environment's lock, and
 * its part
 * of the journal tells of it.
 */
record StepRewrites(Workspace workspace, Journal journal, Locks locks) {

    private record Place(StepState step, Component component, StepRewriting steps) { }

    Rewrite preview(String deployment, String component, Weight next) {
        Place place = place(deployment, component);
        return place.steps().preview(place.component(), next);
    }

    String rewrite(String deployment, String component, Rewrite shown, Actor by) {
        Place place = place(deployment, component);
        String command = place.steps().rewrite(place.component(), shown);
        journal.append(deployment, by, new Event.StepActed(place.step().step().id(), "rewrote the steps of " + component
                + " so that "
                + shown.next() + " follows " + shown.now() + ": " + String.join(", ", shown.after()), command));
        return deployment;
    }

    private Place place(String deployment, String name) {
        Deployment run = journal.history().deployment(deployment).filter(one -> !one.over()).orElseThrow(() -> refused(name,
                "no run of that name goes on"));
        StepState step = run.steps().values().stream().filter(state -> state.step() instanceof Step.Canary canary
                && canary.component().equals(name) && canary.environment().equals(run.plan().environment()) && state.status()
                .active())
                .findFirst().orElseThrow(() -> refused(name, "the run does not move its traffic now"));
        Component component = workspace.in(run.plan().environment()).component(name).orElseThrow(() -> refused(name,
                "the workspace has none"));
        return new Place(step, component, locks.guarded(run.plan().environment()).router(component).stepRewriting(component)
                .orElseThrow(() -> refused(name, "its router goes by no steps; its weights can be set as they are")));
    }

    private static FailureException refused(String component, String why) {
        return new FailureException(new Failure.Rejected("The steps of " + component + " cannot be rewritten", why + ".",
                "Rewrite them while a run moves its canary, or change them in Git."));
    }
}
