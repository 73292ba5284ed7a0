package com.maily.console.desktop.rollback;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.PreflightCheck;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a dry run found: what would be done, what was looked at, and what would be sent.
 *
 * @param verdict  whether it could be started now, in a sentence
 * @param commands as one could type them, the same for the command line first
 */
record Rehearsal(State state, String verdict, String sent, List<String> steps, List<RollbackCheck> checks,
                 List<String> commands) {

    static Rehearsal of(Commands.Preview preview, Instant at, String command) {
        List<String> commands = new ArrayList<>(List.of(command + " --dry-run"));
        commands.addAll(preview.commands());
        return new Rehearsal(preview.mayStart() ? State.DONE : State.FAILED, verdict(preview), "Made at " + Format.clock(at)
                + " from what the platforms said. Nothing was sent and nothing was journalled.",
                preview.plan().map(Rehearsal::steps).orElse(List.of()), preview.checks().stream().map(Rehearsal::check).toList(), commands);
    }

    private static String verdict(Commands.Preview preview) {
        long failed = preview.checks().stream().filter(check -> check.result() == PreflightCheck.Result.FAIL).count();
        return preview.refusal().map(Failure::sentence).orElseGet(() -> failed == 0 ? "It could be started now."
                : failed + (failed == 1 ? " check keeps" : " checks keep") + " it from starting.");
    }

    private static List<String> steps(Plan plan) {
        RollbackWaves waves = RollbackWaves.of(plan);
        return plan.steps().stream().map(step -> "Wave " + waves.waves().get(step.id()) + ": " + step.title()
                + (step instanceof Step.Restore restore ? " to " + restore.artifact().version() : "")
                + ", about " + Format.duration(step.planned())).toList();
    }

    private static RollbackCheck check(PreflightCheck check) {
        return new RollbackCheck(check.subject() + ": " + check.title(), switch (check.result()) {
            case PASS -> State.DONE;
            case WARN -> State.MARGINAL;
            case FAIL -> State.FAILED;
            case UNKNOWN -> State.STALE;
        }, check.detail());
    }
}
