package com.maily.console.core.engine;

import com.maily.console.core.engine.Commands.Undo;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Workspace;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the plan of a rollback from what the journal and the platforms say: one Restore per component that is not where it
 * should be, in parallel but for those that need each other, then proof that it holds. Pure, and an ordinary plan.
 */
final class RollbackPlanner {

    private static final Duration RESTORE = Duration.ofMinutes(2);
    private static final String NOTHING_CHANGED = "Nothing was changed.";

    private final Undo undo;
    private final Workspace workspace;
    private final History history;
    private final List<Seen> seen;
    private final Release target;
    private final Owners owners;
    private final List<String> leftOut;

    private RollbackPlanner(Undo undo, Workspace workspace, History history, List<Seen> seen, Owners owners) {
        this.undo = undo;
        this.workspace = workspace;
        this.history = history;
        this.seen = seen;
        this.owners = owners;
        String version = RollbackTarget.version(undo, workspace, history, seen);
        this.target = workspace.release(version).orElseThrow(() -> new FailureException(new Failure.Missing(
                "There is no release " + version, "The workspace knows "
                + Words.list(workspace.releases().stream().map(Release::version).toList()) + ".", NOTHING_CHANGED)));
        this.leftOut = leftOut();
    }

    /** What the undone run did not go to needs nothing undone; where it answers that is seen, where it does not it is known. */
    private List<String> leftOut() {
        return undo.toVersion().isPresent() ? List.of() : undone(history, undo.environment()).stream()
                .flatMap(run -> run.plan().leftOut().stream()).filter(region -> seen.stream()
                        .filter(one -> one.component().region().equals(region)).allMatch(one -> one.trouble().isPresent()))
                        .toList();
    }

    /**
     * @param seen   what the platforms said of each component of the environment
     * @param owners who else writes them
     * @throws FailureException {@code Rejected} when there is nothing to roll back, {@code Missing} for an unknown component or
     * version
     */
    static Plan plan(Undo undo, Workspace workspace, History history, List<Seen> seen, Owners owners) {
        return new RollbackPlanner(undo, workspace, history, seen, owners).plan();
    }

    private Plan plan() {
        List<Component> wanted = wanted();
        List<Component> back = wanted.stream().filter(this::mustGoBack).toList();
        if (back.isEmpty()) {
            throw new FailureException(RollbackTarget.nothing(undo.environment(), target.version()));
        }
        List<String> there = wanted.stream().filter(component -> !back.contains(component)).map(Component::name).toList();
        Pauses pauses = new Pauses(owners, back);
        Map<String, String> ids = new HashMap<>();
        Phase restore = restore(back, there, ids, pauses);
        RollbackProof proof = new RollbackProof(workspace, workspace.environment(undo.environment()).orElseThrow(),
                target.version(),
                pauses);
        return new Plan(Plan.Intent.BACK, undo.environment(), target.version(), RollbackTarget.newest(workspace, seen),
                List.of(restore, proof.phase(back, ids)), leftOut);
    }

    /** Components of the bundle that were asked for, in the workspace's order. */
    private List<Component> wanted() {
        for (String name : undo.components()) {
            if (workspace.components().stream().noneMatch(component -> component.answersTo(name))) {
                throw new FailureException(new Failure.Missing("There is no component " + name, "The workspace names "
                        + Words.list(workspace.components().stream().map(Component::name).toList()) + ".", NOTHING_CHANGED));
            }
        }
        return seen.stream().map(Seen::component)
                .filter(component -> undo.components().isEmpty() || undo.components().stream().anyMatch(component::answersTo))
                .filter(component -> !leftOut.contains(component.region()))
                .filter(component -> target.artifact(component.name()).isPresent()).toList();
    }

    /** Also what a run is changing this moment, whatever it looked like when it was read. */
    private boolean mustGoBack(Component component) {
        Artifact artifact = target.artifact(component.name()).orElseThrow();
        boolean there = seen.stream().filter(one -> one.component().equals(component)).anyMatch(one -> one.isOn(artifact));
        return !there || history.active(undo.environment()).filter(run -> !run.goesBack()).stream()
                .flatMap(run -> run.steps().values().stream())
                .anyMatch(step -> changing(step, component));
    }

    private boolean changing(StepState step, Component component) {
        return step.status().active() && step.step().environment().equals(undo.environment())
                && step.step().about().equals(Optional.of(component.name()));
    }

    /** @param ids is filled with the step of each component */
    private Phase restore(List<Component> back, List<String> there, Map<String, String> ids, Pauses pauses) {
        PhaseDraft phase = new PhaseDraft(1, "Restore " + target.version(), undo.environment(), workspace);
        Ways ways = new Ways(owners, back);
        // Those that need others go back first, so that nothing new ever calls something old.
        for (Component component : ComponentSteps.inOrder(back).reversed()) {
            boolean bleeding = bleeding(component);
            // Nothing may wait for a controller while traffic runs into trouble; its pause comes at the same time.
            List<String> paused = pauses.before(component, List.of(), phase);
            List<String> after = bleeding ? List.of() : Stream.concat(paused.stream(), back.stream()
                    .filter(other -> other.needs().contains(component.name()))
                    .map(other -> ids.get(other.name())).filter(Objects::nonNull)).toList();
            Artifact artifact = target.artifact(component.name()).orElseThrow();
            Step.Through through = ways.of(component, artifact, bleeding).through().orElse(null);
            ids.put(component.name(), phase.add("Restore " + component.name(), stage(component), after, "restore", RESTORE,
                    base -> new Step.Restore(base, component.name(), artifact, through)));
        }
        return phase.phase(there.isEmpty() ? "All components" : "Left out, already on " + target.version() + ": "
                + Words.list(there));
    }

    /** Canary traffic waits for nobody. */
    private boolean bleeding(Component component) {
        return seen.stream().anyMatch(one -> one.component().equals(component) && !one.weight().isZero());
    }

    private static Stage stage(Component component) {
        return component.platform().equals("vercel") ? Stage.FRONTEND : Stage.KUBERNETES;
    }

    /** The forward run a rollback made now would undo, if there is one. */
    static Optional<Deployment> undone(History history, String environment) {
        return bundles(history, environment).findFirst().filter(run -> !run.goesBack());
    }

    /** Newest first, without those that took one component to a chosen revision: these lead to no bundle. */
    static Stream<Deployment> bundles(History history, String environment) {
        return history.newestFirst(environment).stream().filter(run -> !run.plan().undoesRevision());
    }
}
