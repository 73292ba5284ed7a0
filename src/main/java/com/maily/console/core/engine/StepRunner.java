package com.maily.console.core.engine;

import com.maily.console.core.model.Step;

/**
 * Advances a step by one look: observe, act at most once, say what came of it. Level-triggered: everything a step must remember
 * is in the journal's fold, every write follows an observation that calls for it, so a crash loses nothing and repeating does
 * no harm.
 */
final class StepRunner {

    private StepRunner() { }

    static Advance advance(Step step, StepContext context) {
        return switch (step) {
            case Step.Inspect inspect -> InspectStep.advance(inspect, context);
            case Step.RunJob job -> JobStep.advance(job, context);
            case Step.Deploy deploy -> DeployStep.advance(deploy, context);
            case Step.Canary canary -> new CanaryStep(canary, context).advance();
            case Step.Soak soak -> SoakStep.advance(soak, context);
            case Step.Approve approve -> ApproveStep.advance(approve, context);
            case Step.Restore restore -> new RestoreStep(restore, context).advance();
            case Step.Apply apply -> ApplyStep.advance(apply, context);
            case Step.PauseAutoSync pause -> PauseAutoSyncStep.advance(pause, context);
            case Step.RestoreAutoSync restore -> RestoreAutoSyncStep.advance(restore, context);
            case Step.Notify notify -> NotifyStep.advance(notify, context);
        };
    }
}
