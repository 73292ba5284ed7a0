package com.maily.console.core.engine;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Manifest;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Manifests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the first object that is not as given be so, one a look; done when the platform finds nothing to change in any. */
final class ApplyStep {

    private static final int SHOWN = 4;

    private ApplyStep() { }

    static Advance advance(Step.Apply step, StepContext context) {
        Manifests manifests = context.platforms().manifests(step.platform()).orElseThrow(() -> nowhere(step));
        Optional<Manifests.Difference> different = step.manifests().stream().map(manifests::compare)
                .filter(difference -> !difference.none()).findFirst();
        if (different.isEmpty()) {
            return Advance.of(new Outcome.Done(proof(step.manifests())));
        }
        Sight sight = new Sight(step, context);
        sight.acted("applied " + told(different.get()), manifests.apply(different.get().manifest()));
        return new Advance(sight.events(), new Outcome.Waiting(
                "applied " + different.get().manifest().label() + ", reading it back", Duration.ofSeconds(1)));
    }

    static FailureException nowhere(Step.Apply step) {
        return new FailureException(new Failure.Missing(step.title() + " cannot be done", step.environment()
                + " has no connection to "
                + step.platform() + " that holds objects.", "Add connections." + step.platform()
                + " to it, or skip with a reason."));
    }

    private static String proof(List<Manifest> manifests) {
        return Words.list(manifests.stream().map(Manifest::label).toList())
                + (manifests.size() == 1 ? " is" : " are") + " as given; the platform would change nothing.";
    }

    /** {@code networkpolicy/api: spec.ingress[0].from 1 → 2, and 3 more}. */
    static String told(Manifests.Difference difference) {
        if (difference.absent()) {
            return difference.manifest().label() + ", which was not there";
        }
        List<String> shown = new ArrayList<>(difference.changes().stream().limit(SHOWN).map(ApplyStep::told).toList());
        int more = difference.changes().size() - shown.size();
        return difference.manifest().label() + ": " + shown.stream().collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String told(Manifests.Change change) {
        return change.path() + " " + (change.before().isEmpty() ? "(none)" : change.before()) + " → "
                + (change.after().isEmpty() ? "(none)" : change.after());
    }
}
