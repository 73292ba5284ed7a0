package com.maily.console.core.engine;

import com.maily.console.core.model.Step;

/** Waits for a person; there is no time limit to thinking. */
final class ApproveStep {

    static final String GATE = "approval";

    private ApproveStep() { }

    static Advance advance(Step.Approve step, StepContext context) {
        return Advance.of(context.state().approved(GATE)
                ? new Outcome.Done("Approved.") : new Outcome.Ask(GATE, step.question()));
    }
}
