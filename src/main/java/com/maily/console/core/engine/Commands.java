package com.maily.console.core.engine;

import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.StepRewriting;
import java.util.List;
import java.util.Optional;

/**
 * The door in: everything people can tell the console to do. Each command returns at once with whether it was accepted; what
 * comes of it is read from the journal. Safe for use from several threads, the FX thread included: nothing here does I/O to a
 * platform, except where a command says that it blocks; those belong on another thread.
 */
public interface Commands {

    /** Whether a command was taken. */
    sealed interface Answer {
        /** @param deployment the deployment it concerns or has created */
        record Accepted(String deployment) implements Answer { }
        record Refused(Failure why) implements Answer { }
    }

    /**
     * A forward deployment that somebody wants.
     *
     * @param startPhase  first phase to run, 1 to 3; earlier ones are shown as skipped
     * @param canary      whether critical components go through a canary
     * @param canaryLimit where the canary's ladder stops and waits for a person, empty to walk it to the end
     * @param reason      recorded; may be empty
     * @param regions     the only regions of the environment to go to; empty means all
     */
    record Wanted(String environment, String version, int startPhase, int endPhase, boolean skipStaging, boolean canary,
                  Optional<Weight> canaryLimit, String reason, List<String> regions) {

        public Wanted {
            regions = List.copyOf(regions);
        }

        public Wanted(String environment, String version, int startPhase, int endPhase, boolean skipStaging, boolean canary,
                      Optional<Weight> canaryLimit, String reason) {
            this(environment, version, startPhase, endPhase, skipStaging, canary, canaryLimit, reason, List.of());
        }

        /** The regions of its environment that it does not go to. */
        List<String> leftOut(Workspace workspace) {
            return regions.isEmpty() ? List.of() : workspace.environment(environment).stream()
                    .flatMap(place -> place.regions().stream()).map(Region::name)
                    .filter(name -> !regions.contains(name)).toList();
        }
    }

    /**
     * A rollback that somebody wants.
     *
     * @param components which ones, {@code api} in all its regions or {@code api@eu-west-1} in one; empty means all
     * @param toVersion  which bundle, empty for the previous one
     */
    record Undo(String environment, List<String> components, Optional<String> toVersion, String reason) { }

    /**
     * One component taken back to a revision of its platform's own history, whatever bundle that belongs to.
     *
     * @param revision its identity or number; empty for the newest before the present one
     */
    record UndoTo(String environment, String component, String revision, String reason) { }

    /**
     * A plan with what speaks for and against it.
     *
     * @param refusal  why it can't be made at all; the plan is then absent
     * @param commands what it would send, as one could type it, as far as it can be known before; nothing of it was sent
     * @param changes  what it would change in objects that are not as given
     */
    record Preview(Optional<Plan> plan, List<PreflightCheck> checks, Optional<Failure> refusal, List<String> commands,
                   List<Manifests.Difference> changes) {
        public Preview {
            checks = List.copyOf(checks);
            commands = List.copyOf(commands);
            changes = List.copyOf(changes);
        }

        public Preview(Optional<Plan> plan, List<PreflightCheck> checks, Optional<Failure> refusal, List<String> commands) {
            this(plan, checks, refusal, commands, List.of());
        }

        public Preview(Optional<Plan> plan, List<PreflightCheck> checks, Optional<Failure> refusal) {
            this(plan, checks, refusal, List.of());
        }

        public boolean mayStart() {
            return plan.isPresent() && checks.stream().noneMatch(check -> check.result() == PreflightCheck.Result.FAIL);
        }
    }

    /** Makes the plan and runs its preflight; reads only. Blocks. */
    Preview previewDeployment(Wanted wanted);

    /** Makes the rollback plan and runs its preflight; reads only. Blocks. */
    Preview previewRollback(Undo undo);

    /** Makes the plan of an undo and runs its preflight; reads only. Blocks. */
    Preview previewUndo(UndoTo undo);

    /**
     * Somebody typed a protected environment's name. It stands for their next order that changes it, for two minutes.
     *
     * @return accepted without a deployment, or why the name is not the right one
     */
    default Answer confirm(String environment, String typed, Actor by) {
        return new Answer.Accepted("");
    }

    Answer start(Wanted wanted, Actor by);

    /** Supersedes a running forward deployment of the environment, then rolls back. */
    Answer rollBack(Undo undo, Actor by);

    /** As {@link #rollBack}, for one component and revision. */
    Answer undo(UndoTo undo, Actor by);

    Answer pause(String deployment, String reason, Actor by);

    Answer resume(String deployment, String reason, Actor by);

    /** Stops after what is already running at the platforms; nothing is undone. */
    Answer cancel(String deployment, String reason, Actor by);

    Answer retry(String deployment, String step, Actor by);

    /** @param reason required */
    Answer skip(String deployment, String step, String reason, Actor by);

    Answer answer(String deployment, String step, boolean approved, String reason, Actor by);

    /** The components an action is for: never none, so that nothing can be confirmed with nothing selected. */
    record Group(List<String> components) {
        /** @throws IllegalArgumentException for none */
        public Group {
            components = components.stream().distinct().toList();
            if (components.isEmpty()) {
                throw new IllegalArgumentException("An action needs at least one component.");
            }
        }

        public static Group of(String... components) {
            return new Group(List.of(components));
        }
    }

    /**
     * Moves canaries, one or several as one action: all of them, or none and the answer says which cannot and why. It is
     * journalled once; what comes of it is told component by component. Lowering is always carried out; before weight goes up
     * there are enough ready canary pods, and no step is larger than the environment allows.
     *
     * @param to the weight, for {@link Move#SET} and {@link Move#QUEUE} only
     */
    Answer move(String deployment, Group group, Move move, Optional<Weight> to, String reason, Actor by);

    /** Takes back what is queued for a component. */
    Answer unqueue(String deployment, String component, Actor by);

    /** Sends a weight now. */
    default Answer shift(String deployment, String component, Weight to, Actor by) {
        return move(deployment, Group.of(component), Move.SET, Optional.of(to), "", by);
    }

    /**
     * What rewriting the steps of a router that goes by steps would be, so that {@code next} can be set after the present weight.
     * Reads only. Blocks.
     *
     * @throws FailureException where it cannot be done, with the reason
     */
    default StepRewriting.Rewrite previewSteps(String deployment, String component, Weight next) {
        throw new FailureException(new Failure.Rejected("The steps of " + component + " cannot be rewritten",
                "nothing here goes by steps.", "Change them in Git."));
    }

    /** Does what was shown, if that is still the same. Moves no traffic. Blocks. */
    default Answer rewriteSteps(String deployment, String component, StepRewriting.Rewrite shown, Actor by) {
        return new Answer.Refused(new Failure.Rejected("The steps of " + component + " cannot be rewritten",
                "nothing here goes by steps.", "Change them in Git."));
    }

    /**
     * Takes the environment's lock from a holder that stopped renewing it; a run that stands still for want of it goes on. Where
     * no run needs it, it is free afterwards. Blocks.
     *
     * @param reason required
     */
    Answer takeOverLock(String environment, String reason, Actor by);

    /** As {@link #takeOverLock}, but from a holder that still renews it. Blocks. @param reason required */
    Answer breakLock(String environment, String reason, Actor by);
}
