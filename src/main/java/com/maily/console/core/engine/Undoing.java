package com.maily.console.core.engine;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.core.port.Revision;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes the stable track back: through its GitOps controller's history where the plan says so, otherwise the way its platform
 * does it. A controller that refuses or fails is no reason not to go back.
 */
final class Undoing {

    private final Step.Restore step;
    private final Component component;
    private final Deployer deployer;
    private final StepContext context;
    private final Sight sight;
    private final Optional<GitOpsState> controller;

    /**
     * Reads the controller before the caller reads what runs, so that an operation that ends in between is not asked for twice.
     */
    Undoing(Step.Restore step, StepContext context, Sight sight) {
        this.step = step;
        this.component = context.component(step.component());
        this.deployer = context.platforms().deployer(component);
        this.context = context;
        this.sight = sight;
        this.controller = step.through() == null ? Optional.empty() : state();
    }

    private Optional<GitOpsState> state() {
        try {
            return context.platforms().gitOps().flatMap(gitOps -> gitOps.observe(component));
        } catch (FailureException _) {
            return Optional.empty();
        }
    }

    Outcome act() {
        Step.Through through = step.through();
        if (through == null || controller.isEmpty() || failed(controller.get())) {
            return directly("");
        }
        if (controller.get().operating()) {
            return waiting(through.application() + " is rolling back");
        }
        GitOps gitOps = Owners.required(context.platforms());
        try {
            return acted(took() + " by entry " + through.entry() + " of " + through.application(),
                    gitOps.rollBack(through.application(), through.entry()));
        } catch (FailureException problem) {
            return directly(", because Argo CD did not: " + problem.failure().why());
        }
    }

    /** Its own attempt of this step came to nothing. */
    private boolean failed(GitOpsState state) {
        Instant since = context.state().startedAt().orElse(context.now());
        return state.operation().filter(last -> !last.running() && !last.phase().equals("Succeeded")
                && last.startedAt().filter(at -> !at.isBefore(since)).isPresent()).isPresent();
    }

    private Outcome directly(String because) {
        if (context.state().note().startsWith(took())) {
            new Relapse(context, sight).culprit(component, step.artifact()).ifPresent(owner -> {
                throw new FailureException(Relapse.byController(component, step.artifact(), owner));
            });
        }
        return acted(took() + because, deployer.undo(component, target()));
    }

    private String took() {
        return "took " + component.name() + " back to " + step.artifact().version();
    }

    private Outcome acted(String what, String command) {
        sight.acted(what, command);
        return waiting(what);
    }

    private static Outcome waiting(String note) {
        return new Outcome.Waiting(note, Advance.SOON);
    }

    private Revision target() {
        return new RestoreTarget(step).in(deployer.history(component)).orElseThrow(() -> new FailureException(new Failure.Missing(
                component.name() + " cannot go back to " + step.artifact().version(),
                "its platform keeps no revision that runs it any more.",
                "Deploy " + step.artifact().version() + " again instead.")));
    }
}
