package com.maily.console.core.engine;

import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.GitOpsState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives an application back to its controller, but only when Git wants what runs: otherwise that would undo the whole run. */
final class RestoreAutoSyncStep {

    private RestoreAutoSyncStep() { }

    static Advance advance(Step.RestoreAutoSync step, StepContext context) {
        GitOps gitOps = Owners.required(context.platforms());
        Map<String, GitOpsState> states = gitOps.observe(step.components().stream().map(context::component).toList());
        Optional<GitOpsState> state = Owners.application(states, step.application());
        if (state.isEmpty() || state.get().autoSync().on() || state.get().remembered().isEmpty()) {
            return Advance.of(new Outcome.Done(left(step, state)));
        }
        List<String> unwanted = step.components().stream().filter(name -> !wanted(states.get(name), name, context)).toList();
        if (!unwanted.isEmpty()) {
            return Advance.of(new Outcome.Done("Auto-sync of " + step.application() + " stays paused: Git does not want "
                    + context.deployment().plan().version() + " of " + Words.list(unwanted) + " yet. Restore it once it does."));
        }
        String why = "Git wants " + context.deployment().plan().version();
        String command = gitOps.restoreAutoSync(step.application(), state.get().remembered().get());
        return Advance.waiting(List.of(new Event.AutoSyncRestored(step.id(), step.environment(), step.application(),
                why, command)),
                "auto-sync comes back");
    }

    private static String left(Step.RestoreAutoSync step, Optional<GitOpsState> state) {
        return state.map(known -> "Auto-sync of " + step.application() + (known.autoSync().on() ? " is on, read back."
                : " is off, and nobody noted that it was ever on.")).orElse(step.application() + " owns none of it any more.");
    }

    private static boolean wanted(@org.jspecify.annotations.Nullable GitOpsState state, String component, StepContext context) {
        return state != null && context.deployment().release().artifact(component).filter(state::wants).isPresent();
    }
}
