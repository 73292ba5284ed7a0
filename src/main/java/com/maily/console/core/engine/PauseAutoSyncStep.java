package com.maily.console.core.engine;

import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.GitOpsState;
import java.util.List;
import java.util.Optional;

/**
 * Switches automatic syncing off and proves it. What it was is journalled with the write, and noted on the application itself,
 * so that it is known also after a crash between the two.
 */
final class PauseAutoSyncStep {

    private PauseAutoSyncStep() { }

    static Advance advance(Step.PauseAutoSync step, StepContext context) {
        GitOps gitOps = Owners.required(context.platforms());
        Optional<GitOpsState> found = Owners.application(gitOps, step.application(), step.components(), context);
        if (found.isEmpty()) {
            return Advance.of(new Outcome.Done(step.application() + " owns none of it any more; there is nothing to pause."));
        }
        GitOpsState state = found.get();
        if (state.autoSync().on()) {
            String why = context.deployment().id() + " changes " + Words.list(step.components());
            String command = gitOps.pauseAutoSync(step.application(), why);
            return Advance.waiting(List.of(paused(step, state.autoSync(), why, command)), "auto-sync goes off");
        }
        return new Advance(untold(step, state, context), state.operating() ? running(step, gitOps, context)
                : new Outcome.Done("Auto-sync of " + step.application() + " is off, read back."));
    }

    /** A pause that the journal does not know of yet: the console stopped in between, or somebody else's still holds. */
    private static List<Event> untold(Step.PauseAutoSync step, GitOpsState state, StepContext context) {
        return context.state().note().isEmpty() ? state.remembered().<List<Event>>map(was -> List.of(paused(step, was,
                "found paused already", ""))).orElse(List.of()) : List.of();
    }

    private static Event paused(Step.PauseAutoSync step, GitOpsState.AutoSync was, String why, String command) {
        return new Event.AutoSyncPaused(step.id(), step.environment(), step.application(), step.components(), was.selfHeal(),
                was.policy(), why, command);
    }

    /** What already runs would still apply what Git says. Going back cannot wait for that. */
    private static Outcome running(Step.PauseAutoSync step, GitOps gitOps, StepContext context) {
        if (context.deployment().goesBack()) {
            gitOps.terminate(step.application());
        }
        return new Outcome.Waiting("waits for the end of the sync of " + step.application() + " that runs", Advance.SOON);
    }
}
