package com.maily.console.desktop.canary;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.BlueGreen;
import com.maily.console.desktop.widget.Format;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A component that is switched: what is active, what stands ready beside it, and whether it may be switched now.
 *
 * @param beside  the preview, or the version that was active before while its pods are kept
 * @param leaving how long those pods stay, in words; empty when none are kept
 * @param step    of the run that waits for the switch; empty for none
 * @param blocked why the button is off, empty when it may be held
 */
record BlueGreenModel(String component, Column active, Optional<Column> beside, String leaving, String state, String run, String step,
                      String button, String blocked) {

    /** @param pods as {@code 4 of 4 ready} */
    record Column(String title, String version, String revision, String pods) { }

    static BlueGreenModel of(String component, String environment, BlueGreen seen, History history, Instant now) {
        Optional<Deployment> run = history.active(environment);
        Optional<StepState> waits = run.flatMap(one -> one.steps().values().stream().filter(step -> step.step() instanceof Step.Canary
                && step.step().about().equals(Optional.of(component)) && step.gate().isPresent()).findFirst());
        Optional<Column> beside = seen.preview().map(side -> column("Preview", side)).or(() -> seen.kept().map(side -> column("Before", side)));
        String leaving = seen.scaleDownAt().filter(_ -> seen.kept().isPresent()).map(at -> leaving(at, now)).orElse("");
        String button = "Switch " + component + seen.preview().map(side -> " to " + side.version()).orElse("");
        return new BlueGreenModel(component, column("Active", seen.active()), beside, leaving, seen.state(),
                run.map(Deployment::id).orElse(""), waits.map(step -> step.step().id()).orElse(""), button, blocked(seen, waits.isPresent()));
    }

    private static Column column(String title, BlueGreen.Side side) {
        return new Column(title, side.version(), side.revision(), side.ready() + " of " + side.wanted() + " ready");
    }

    private static String leaving(Instant at, Instant now) {
        Duration left = Duration.between(now, at);
        return left.isNegative() ? "Its pods go now." : "Its pods go in " + Format.stopwatch(left) + ".";
    }

    /** Only what a run asked for is switched from here, so that the journal has it. */
    private static String blocked(BlueGreen seen, boolean asked) {
        if (seen.preview().isEmpty()) {
            return "Nothing new stands ready.";
        }
        if (!seen.switchPossible()) {
            return "The preview is not ready to be switched to: " + seen.state() + ".";
        }
        return asked ? "" : "No run of this console waits for the switch.";
    }
}
