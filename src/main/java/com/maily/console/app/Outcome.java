package com.maily.console.app;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Step;
import com.maily.console.sandbox.world.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a scripted run came to, read from its journal. */
final class Outcome {

    private Outcome() { }

    static void require(Commands.Answer answer) {
        if (answer instanceof Commands.Answer.Refused refused) {
            throw new FailureException(refused.why());
        }
    }

    /**
     * Whether it ended as the scenario must: a smooth one deployed, the others rolled back, each step with what was read back.
     */
    static boolean verified(Scenario scenario, Deployment last) {
        boolean rightWay = switch (scenario) {
            case SMOOTH -> !last.goesBack();
            case CANARY_REGRESSION, ROLLBACK_DRILL, GITOPS -> last.goesBack();
        };
        return rightWay && last.status() == Deployment.Status.SUCCEEDED
                && restored(last).stream().allMatch(step -> step.status() == StepState.Status.DONE && !step.proof().isEmpty());
    }

    private static List<StepState> restored(Deployment run) {
        return run.steps().values().stream().filter(step -> step.step() instanceof Step.Restore).toList();
    }

    /** The one line a demo or drill ends with. */
    static String sentence(Deployment last, Instant now) {
        Duration took = Duration.between(last.startedAt(), last.endedAt().orElse(now));
        String time = "%dm %02ds".formatted(took.toMinutes(), took.toSecondsPart());
        String status = last.status().name().toLowerCase(Locale.ROOT);
        if (!last.goesBack()) {
            return "Deployed " + last.plan().version() + " to " + last.plan().environment() + ": " + status + " in " + time + ".";
        }
        List<String> components = restored(last).stream().map(step -> step.step().about().orElseThrow()).toList();
        return "Rolled back " + String.join(", ", components) + " to " + last.plan().version() + " on "
                + last.plan().environment()
                + (last.status() == Deployment.Status.SUCCEEDED ? " and verified it in " : ": " + status + " after ")
                + time + ".";
    }
}
