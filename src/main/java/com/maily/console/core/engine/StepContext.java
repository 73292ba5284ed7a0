package com.maily.console.core.engine;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.journal.StepState.Asked;
import com.maily.console.core.model.AnalysisPolicy;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.sla.Judge;
import java.time.Instant;
import java.util.Optional;

/**
 * All a step may know: what the journal remembers of it, the ports of its environment, and the time.
 *
 * @param handsOff the step is held or the run is paused: watch, and lower traffic when asked, but go no further
 */
record StepContext(Deployment deployment, StepState state, Workspace workspace, Platforms platforms, Instant now,
                   boolean handsOff) {

    /** The weight a person asks for, and how. */
    Optional<Asked> asked() {
        return state.asked();
    }

    /** The weight a person wants the traffic lowered to from {@code current}, whatever else is going on. */
    Optional<Weight> lowered(Weight current) {
        return asked().filter(one -> !one.queued()).map(Asked::to).filter(current::isAbove);
    }

    /** What the judge may do in the step's environment. */
    AnalysisPolicy analysis() {
        return workspace.environment(state.step().environment()).map(Environment::analysis).orElse(AnalysisPolicy.DEFAULT);
    }

    LargestStep largestStep() {
        return LargestStep.in(workspace, state.step().environment());
    }

    Component component(String name) {
        return workspace.component(name).orElseThrow(() -> new FailureException(new Failure.Missing(
                "The workspace has no component " + name, "the plan names it.",
                        "Add it to the workspace file, or skip the step.")));
    }

    ComponentState remembered(String component) {
        return deployment.component(component);
    }

    /** Whether what this step sees is about the environment the run is for, so that it may speak of its components' state. */
    boolean speaksFor(Step step) {
        return step.environment().equals(deployment.plan().environment());
    }

    Judge judge() {
        return new Judge(state.step().environment(), platforms::metrics);
    }
}
