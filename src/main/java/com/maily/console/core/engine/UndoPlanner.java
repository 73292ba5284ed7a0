package com.maily.console.core.engine;

import com.maily.console.core.engine.Commands.UndoTo;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Makes the plan that takes one component back to a revision of its platform's own history: one Restore, then proof that it
 * holds. Pure, and an ordinary plan.
 *
 * @param seen what the platform said of the component
 */
record UndoPlanner(UndoTo undo, Workspace workspace, Seen seen, Owners owners) {

    private static final Duration RESTORE = Duration.ofMinutes(2);

    /** @throws FailureException when there is nothing to do, or no way there */
    Plan plan() {
        seen.trouble().ifPresent(trouble -> {
            throw new FailureException(trouble);
        });
        Revision target = target();
        Component component = seen.component();
        PhaseDraft phase = new PhaseDraft(1, "Undo " + component.name(), undo.environment(), workspace);
        Pauses pauses = new Pauses(owners, List.of(component));
        List<String> after = pauses.before(component, List.of(), phase);
        String restored = phase.add("Restore " + component.name(), Stage.KUBERNETES, after, "restore", RESTORE, base ->
                new Step.Restore(base,
                component.name(), target.artifact(), null, target.identity()));
        String version = target.artifact().version();
        Phase verify = new RollbackProof(workspace, workspace.environment(undo.environment()).orElseThrow(), version,
                pauses)
                .phase(List.of(component), Map.of(component.name(), restored));
        return new Plan(Plan.Intent.BACK, undo.environment(), version, running(),
                List.of(phase.phase("Revision " + target.name()), verify));
    }

    /** The one named by identity or number; without a name the newest before the present one. */
    Revision target() {
        List<Revision> history = seen.history();
        Revision target = history.stream().filter(revision -> undo.revision().isEmpty() ? !revision.current()
                        : undo.revision().equals(revision.identity()) || undo.revision().equals(Long.toString(revision.number())))
                .findFirst().orElseThrow(() -> new FailureException(missing()));
        if (target.current()) {
            throw refused("Nothing to do", undo.component() + " is at revision " + target.name() + " already.");
        }
        if (!target.available()) {
            throw refused(undo.component() + " cannot go back to revision " + target.name(),
                    "Its platform keeps it but cannot run it again.");
        }
        return target;
    }

    private Failure missing() {
        List<String> known = seen.history().stream().filter(revision -> !revision.current()).map(Revision::name).toList();
        String why = known.isEmpty() ? "Its platform keeps no earlier revision." : "Its platform keeps "
                + Words.list(known) + ".";
        return new Failure.Missing(undo.revision().isEmpty() ? undo.component() + " has nothing to go back to"
                : undo.component() + " has no revision " + undo.revision(), why, "Nothing was changed.");
    }

    private String running() {
        return seen.stable().flatMap(Workload::artifact).map(Artifact::version).orElse("");
    }

    private static FailureException refused(String what, String why) {
        return new FailureException(new Failure.Rejected(what, why, "Nothing was changed."));
    }

    /**
     * The bundle a plan leads to. An undo leads to none that is known as a whole: only its own component counts, with what is
     * known of that version's schema.
     */
    static Release release(Plan plan, Workspace workspace) {
        if (!plan.undoesRevision()) {
            return workspace.release(plan.version()).orElseThrow();
        }
        Step.Restore step = plan.steps().stream().filter(Step.Restore.class::isInstance).map(Step.Restore.class::cast).findFirst()
                .orElseThrow();
        Map<String, Artifact> artifacts = Map.of(Region.baseOf(step.component()), step.artifact());
        return workspace.release(plan.version()).map(known -> new Release(known.version(), artifacts, known.schema(),
                known.minSchema(), known.configHash())).orElseGet(() -> new Release(plan.version(), artifacts, "", "", ""));
    }
}
