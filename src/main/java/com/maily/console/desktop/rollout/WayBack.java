package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Rights;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which right rolling a step's component back would need now, so that nothing is offered that would be refused, nor less. */
final class WayBack {

    static final Set<Rights.Action> ASKED = Set.of(Rights.Action.SHIFT, Rights.Action.UNDO);

    private WayBack() { }

    /** Only what is sure to be needed: what nobody can tell here, the preflight finds out. */
    static Optional<Failure> off(StepRow row, Map<Rights.Action, Failure> denied) {
        return switch (row.step().step()) {
            case Step.Canary _ -> row.step().status() == StepState.Status.DONE ? Optional.ofNullable(denied.get(Rights.Action.UNDO))
                    : row.weight().map(ComponentState::desired).filter(weight -> !weight.isZero())
                            .flatMap(_ -> Optional.ofNullable(denied.get(Rights.Action.SHIFT)));
            case Step.Deploy _ -> row.step().status() == StepState.Status.DONE
                    ? Optional.ofNullable(denied.get(Rights.Action.UNDO)) : Optional.empty();
            case Step.Inspect _, Step.RunJob _, Step.Soak _, Step.Approve _, Step.Restore _, Step.Apply _, Step.PauseAutoSync _,
                    Step.RestoreAutoSync _, Step.Notify _ -> Optional.empty();
        };
    }
}
