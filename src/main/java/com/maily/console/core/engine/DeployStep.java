package com.maily.console.core.engine;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;

/** Makes a component's stable track run an artifact and follows the rollout to its end. */
final class DeployStep {

    private DeployStep() { }

    static Advance advance(Step.Deploy step, StepContext context) {
        Component component = context.component(step.component());
        Sight sight = new Sight(step, context);
        return roll(component, step.artifact(), context.platforms().deployer(component), sight);
    }

    /** Shared with the canary's last act, the promotion. */
    static Advance roll(Component component, Artifact artifact, Deployer deployer, Sight sight) {
        Workload stable = deployer.observe(component, Track.STABLE);
        sight.sees(stable);
        if (!stable.runs(artifact)) {
            String told = "told " + component.name() + " to run " + artifact.version();
            sight.acted(told, deployer.deploy(component, Track.STABLE, artifact));
            return Advance.waiting(sight.events(), told);
        }
        return new Advance(sight.events(), settled(component, artifact, stable));
    }

    static Outcome settled(Component component, Artifact artifact, Workload workload) {
        return switch (workload.rollout()) {
            case Workload.Rollout.Done _ -> new Outcome.Done(
                    component.name() + " runs " + artifact.version() + ", " + Sight.said(workload).replaceAll("\\.$", "") + ".");
            case Workload.Rollout.Waiting waiting -> new Outcome.Waiting(waiting.message(), Advance.SOON);
            case Workload.Rollout.Broken broken -> new Outcome.Failed(broken(component, artifact, broken.message()));
        };
    }

    static Failure broken(Component component, Artifact artifact, String message) {
        return new Failure.Rejected(component.name() + " does not come up with " + artifact.version(), message,
                "Look at its pods and their logs, then retry, skip with a reason, or roll back.");
    }
}
