package com.maily.console.core.engine;

import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.core.port.Workload;

/** Raises a canary's weight, by hand or by plan: never to more traffic than its ready pods can answer. */
record CanaryRise(Step.Canary step, Component component, CanaryTraffic traffic, Deployer deployer, Sight sight) {

    Outcome to(Weight to, Workload stable, Workload canary) {
        return switch (traffic.reach()) {
            case Reach.Only only when !only.weights().contains(to) -> refused(to, only.why());
            case Reach.Only _ when traffic.routing().scalesItself() -> canary.done() ? send(to) : coming(canary, 1);
            case Reach.AnyPercent _, Reach.Only _ -> {
                int units = Math.max(1, (int) Math.ceil(stable.wanted() * to.percent() / 100));
                if (canary.wanted() < units) {
                    yield grow(units);
                }
                yield canary.ready() >= units ? send(to) : coming(canary, units);
            }
        };
    }

    Outcome refused(Weight to, String why) {
        sight.add(new Event.WeightDropped(step.id(), component.name(), to, why));
        return waiting(to + " cannot be set: " + why);
    }

    private Outcome send(Weight to) {
        traffic.set(to);
        return waiting(to + " of the traffic is on its way to " + step.artifact().version());
    }

    private Outcome grow(int units) {
        String scaled = "scaled the canary of " + component.name() + " to " + units;
        sight.acted(scaled, deployer.scale(component, Track.CANARY, units));
        return waiting(scaled);
    }

    Outcome coming(Workload canary, int units) {
        return switch (canary.rollout()) {
            case Workload.Rollout.Broken broken ->
                    new Outcome.Failed(DeployStep.broken(component, step.artifact(), broken.message()));
            case Workload.Rollout.Done _, Workload.Rollout.Waiting _ ->
                    waiting(units > 1 ? "the canary of " + component.name() + " has " + canary.ready() + " of " + units + " ready"
                            : "the canary of " + component.name() + " comes up");
        };
    }

    private static Outcome waiting(String note) {
        return new Outcome.Waiting(note, Advance.SOON);
    }
}
