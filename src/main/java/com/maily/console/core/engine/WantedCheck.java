package com.maily.console.core.engine;

import com.maily.console.core.engine.Commands.Wanted;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what somebody wants makes sense at all, before any platform is asked; each contradiction has its sentence. */
final class WantedCheck {

    private static final Set<String> MUTABLE = Set.of("latest", "prod", "production", "staging", "stable", "main", "master",
            "dev", "edge",
            "nightly", "canary", "test");
    private static final String NOTHING_CHANGED = "Nothing was changed; correct it and try again.";

    private WantedCheck() { }

    static Optional<Failure> refusal(Wanted wanted, Workspace workspace) {
        Optional<Environment> environment = workspace.environment(wanted.environment());
        if (environment.isEmpty()) {
            return missing("There is no environment " + wanted.environment(), "The workspace names "
                    + Words.list(workspace.environments().stream().map(Environment::name).toList()) + ".");
        }
        if (mutable(wanted.version())) {
            return rejected(wanted.version() + " is not a version", "such a tag can mean something else tomorrow.");
        }
        Optional<Release> release = workspace.release(wanted.version());
        if (release.isEmpty()) {
            return missing("There is no release " + wanted.version(), "The workspace knows "
                    + Words.list(workspace.releases().stream().map(Release::version).toList()) + ".");
        }
        return mutableImage(release.get()).or(() -> phases(wanted, environment.get())).or(() -> canary(wanted))
                .or(() -> regions(wanted, environment.get()));
    }

    private static Optional<Failure> regions(Wanted wanted, Environment environment) {
        List<String> known = environment.regions().stream().map(Region::name).toList();
        Optional<String> unknown = wanted.regions().stream().filter(name -> !known.contains(name)).findFirst();
        if (unknown.isPresent()) {
            return missing("There is no region " + unknown.get() + " in " + environment.name(), known.isEmpty()
                    ? "it has one cluster and names no regions." : "it has " + Words.list(known) + ".");
        }
        return Optional.empty();
    }

    /** Jobs run in one region; a run that has some there can't leave it out. */
    static Optional<Failure> jobsLeftOut(Plan plan, Environment environment) {
        boolean works = plan.steps().stream().anyMatch(step -> step instanceof Step.RunJob
                && step.environment().equals(environment.name()));
        return !works || !plan.leftOut().contains(environment.jobs()) ? Optional.empty()
                : Optional.of(new Failure.Rejected(environment.jobs() + " cannot be left out",
                        "the jobs of " + environment.name() + " run there, and this run has some.",
                        "Take it in, or name another region for jobs in the workspace file."));
    }

    private static Optional<Failure> phases(Wanted wanted, Environment environment) {
        int start = wanted.startPhase();
        int end = wanted.endPhase();
        if (start < 1 || start > 3 || end < 1 || end > 3) {
            return rejected("There are only phases 1 to 3", "phases " + start + " to " + end + " were asked for.");
        }
        if (start > end) {
            return rejected("The start phase " + start + " lies after the end phase " + end, "nothing would be left to do.");
        }
        if (wanted.skipStaging() && end == 1) {
            return rejected("Staging is to be skipped, and phase 1 is staging", "nothing would be left to do.");
        }
        if (!environment.production() && (start > 1 || wanted.skipStaging())) {
            return rejected("Phases 2 and 3 are production", environment.name() + " has only phase 1.");
        }
        return Optional.empty();
    }

    private static Optional<Failure> canary(Wanted wanted) {
        if (wanted.canaryLimit().isPresent() && !wanted.canary()) {
            return rejected("A canary weight was given without a canary", "say --canary too, or leave the weight out.");
        }
        return wanted.canaryLimit().filter(limit -> limit.isZero()).flatMap(_ ->
                rejected("A canary of 0 % is no canary", "its weight must lie above 0 %."));
    }

    static Optional<Failure> mutableImage(Release release) {
        List<String> mutable = release.artifacts().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Artifact.Image image && mutableReference(image.reference()))
                .map(entry -> entry.getKey()).toList();
        return mutable.isEmpty() ? Optional.empty() : rejected("Release " + release.version()
                + " has images that can change under their name",
                mutable.stream().collect(Collectors.joining(", ")) + " must name a version or a digest.");
    }

    private static boolean mutableReference(String reference) {
        if (reference.contains("@sha256:")) {
            return false;
        }
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return !name.contains(":") || mutable(name.substring(name.indexOf(':') + 1));
    }

    private static boolean mutable(String tag) {
        return tag.isBlank() || MUTABLE.contains(tag.toLowerCase(Locale.ROOT));
    }

    private static Optional<Failure> rejected(String what, String why) {
        return Optional.of(new Failure.Rejected(what, why, NOTHING_CHANGED));
    }

    private static Optional<Failure> missing(String what, String why) {
        return Optional.of(new Failure.Missing(what, why, NOTHING_CHANGED));
    }
}
