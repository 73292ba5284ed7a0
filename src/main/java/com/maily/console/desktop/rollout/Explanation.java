package com.maily.console.desktop.rollout;

import com.maily.console.core.model.Manifest;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import com.maily.console.desktop.widget.Format;

/** Says in a sentence or two what a step does. */
final class Explanation {
    private Explanation() {
    }

    static String of(Step step, Plan plan) {
        return switch (step) {
            case Step.Inspect _ -> "Reads the platforms and compares; changes nothing.";
            case Step.RunJob job -> "Runs the job " + job.job() + " on " + step.environment() + " and follows it to its end.";
            case Step.Deploy deploy -> "Replaces " + deploy.component() + " with " + deploy.artifact().version()
                    + ", pod by pod, and waits until all are ready.";
            case Step.Canary canary -> "Shifts traffic of " + canary.component() + " from " + plan.replaces() + " to "
                    + canary.artifact().version() + " in " + canary.ladder().size() + " stages. Each stage must pass "
                    + Format.duration(canary.bake()) + " of analysis" + (canary.approval() ? " and be approved." : ".");
            case Step.Soak soak -> "Holds for " + Format.duration(soak.hold()) + " while the objectives must stay met.";
            case Step.Approve _ -> "Waits for a person to say that the run may go on.";
            case Step.Restore restore -> "Takes " + restore.component() + " off the canary and puts it back on "
                    + restore.artifact().version() + (restore.through() == null ? "." : ", by Argo CD's history: "
                    + restore.through().why());
            case Step.PauseAutoSync pause -> "Keeps Argo CD from undoing what this run does: auto-sync of " + pause.application()
                    + " is off until it is restored.";
            case Step.RestoreAutoSync restore -> "Restores auto-sync of " + restore.application()
                    + " if Git wants what runs; otherwise it stays paused, and the console reminds of it.";
            case Step.Apply apply -> "Makes " + String.join(", ", apply.manifests().stream().map(Manifest::label).toList())
                    + " be as the workspace file says; fields that others own stay theirs.";
            case Step.Notify _ -> "Tells the people who follow the run.";
        };
    }
}
