package com.maily.console.core.journal;

import com.maily.console.core.model.Step;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in one plain line what happened, so that ticker, journal, command line and report use the same words. */
public final class Wording {

    private Wording() { }

    /** What it is about: the step's title, the component, or the deployment. */
    public static String subject(Event event, Deployment deployment) {
        return switch (event) {
            case Event.DeploymentStarted e -> e.plan().environment();
            case Event.WeightShifted e -> e.component();
            case Event.WeightObserved e -> e.component();
            case Event.CanaryAsked e -> String.join(", ", e.parts().stream().map(Event.CanaryAsked.Part::component).toList());
            case Event.WeightDropped e -> e.component();
            case Event.NotRecovered e -> e.component();
            case Event.VerdictReached e -> e.component();
            case Event.VersionObserved e -> e.component();
            case Event.Paused _, Event.Resumed _, Event.DeploymentFinished _ -> deployment.plan().environment();
            case Event.OfLock e -> e.environment();
            case Event.OfGitOps e -> e.application();
            case Event.OfTool e -> e.system();
            case Event.StepStarted e -> title(deployment, e.step());
            case Event.StepActed e -> title(deployment, e.step());
            case Event.StepNoted e -> title(deployment, e.step());
            case Event.StepSucceeded e -> title(deployment, e.step());
            case Event.StepFailed e -> title(deployment, e.step());
            case Event.StepHeld e -> title(deployment, e.step());
            case Event.StepBecameUncertain e -> title(deployment, e.step());
            case Event.StepRetried e -> title(deployment, e.step());
            case Event.StepSkipped e -> title(deployment, e.step());
            case Event.GateOpened e -> title(deployment, e.step());
            case Event.GateAnswered e -> title(deployment, e.step());
        };
    }

    /** What happened to it. */
    public static String detail(Event event) {
        return switch (event) {
            case Event.DeploymentStarted e -> started(e);
            case Event.StepStarted e -> e.attempt() == 1 ? "started" : "started, attempt " + e.attempt();
            case Event.StepActed e -> e.what();
            case Event.StepNoted e -> e.note();
            case Event.StepSucceeded e -> "done: " + e.proof();
            case Event.StepFailed e -> "failed: " + e.failure().sentence();
            case Event.StepHeld e -> "held: " + e.why();
            case Event.StepBecameUncertain _ -> "the console stopped while this ran; it is observed before it goes on";
            case Event.StepRetried _ -> "retry asked for";
            case Event.StepSkipped e -> "skipped: " + e.reason();
            case Event.GateOpened e -> "waits for a person: " + e.question();
            case Event.GateAnswered e -> (e.approved() ? "approved" : "refused") + because(e.reason());
            case Event.WeightShifted e -> "canary weight " + e.from() + " → " + e.to();
            case Event.WeightObserved e -> observed(e);
            case Event.CanaryAsked e -> asked(e);
            case Event.WeightDropped e -> e.to() + " is not sent" + because(e.why());
            case Event.NotRecovered e -> "not recovered: told " + e.told() + ", the router reports " + e.observed()
                    + because(e.why());
            case Event.VerdictReached e -> e.verdict().word().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + e.verdict().sentence();
            case Event.VersionObserved e -> runs(e);
            case Event.AutoSyncPaused e -> "auto-sync" + (e.selfHeal() ? " with self-heal" : "") + " paused" + because(e.why());
            case Event.AutoSyncRestored e -> "auto-sync restored" + because(e.why());
            case Event.SyncAsked e -> "sync to Git asked for" + because(e.why());
            case Event.Paused e -> "paused" + because(e.reason());
            case Event.OfLock e -> LockWording.detail(e);
            case Event.OfTool e -> ToolWording.detail(e);
            case Event.Resumed e -> "resumed" + because(e.reason());
            case Event.DeploymentFinished e -> e.outcome().name().toLowerCase(Locale.ROOT) + because(e.summary());
        };
    }

    /** {@code asked to promote api 25 % → 50 %, ai-service 10 % → 25 %}. */
    private static String asked(Event.CanaryAsked event) {
        return "asked to " + event.move().verb() + " " + event.parts().stream()
                .map(part -> part.component() + (part.from().equals(part.to()) ? " at " + part.from()
                        : " " + part.from() + " → " + part.to()))
                .collect(Collectors.joining(", ")) + (event.parts().size() > 1 ? ", as one" : "") + because(event.reason());
    }

    private static String started(Event.DeploymentStarted event) {
        String what = switch (event.plan().intent()) {
            case FORWARD -> "deployment of ";
            case BACK -> "rollback to ";
        };
        return what + event.plan().version() + " over " + event.plan().replaces() + " started" + because(event.reason());
    }

    /** Ends a text with one full stop, whether or not it brought its own. */
    public static String sentence(String text) {
        String bare = text.strip();
        return bare.isEmpty() || bare.endsWith(".") || bare.endsWith("!") || bare.endsWith("?") ? bare : bare + ".";
    }

    private static String observed(Event.WeightObserved event) {
        return event.observed().equals(event.desired()) ? "the router reports " + event.observed() + ", as it was told"
                : "the router was told " + event.desired() + " and reports " + event.observed() + because(event.why());
    }

    private static String runs(Event.VersionObserved event) {
        if (event.version().isEmpty()) {
            return event.stable() ? "runs nothing" : "no canary runs any more";
        }
        return (event.stable() ? "runs " : "canary runs ") + event.version() + because(event.proof());
    }

    static String because(String reason) {
        return reason.isBlank() ? "" : ": " + reason;
    }

    private static String title(Deployment deployment, String step) {
        return deployment.plan().step(step).map(Step::title).orElse(step);
    }
}
