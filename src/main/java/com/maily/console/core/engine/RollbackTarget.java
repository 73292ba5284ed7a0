package com.maily.console.core.engine;

import com.maily.console.core.engine.Commands.Undo;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which bundle a rollback goes to when none is named: what the newest forward run replaced. Never further back by itself: a
 * rollback of a rollback must name its version.
 */
final class RollbackTarget {

    private RollbackTarget() { }

    static String version(Undo undo, Workspace workspace, History history, List<Seen> seen) {
        if (undo.toVersion().isPresent()) {
            return undo.toVersion().get();
        }
        Optional<Deployment> last = RollbackPlanner.bundles(history, undo.environment()).findFirst();
        if (last.isPresent() && last.get().goesBack()) {
            if (last.get().status() == Deployment.Status.SUCCEEDED && all(seen, last.get().plan().version())) {
                throw new FailureException(nothing(undo.environment(), last.get().plan().version()));
            }
            return last.get().plan().version();
        }
        Optional<String> replaced = last.map(run -> run.plan().replaces()).filter(version -> !version.isEmpty());
        return replaced.or(() -> unrecorded(workspace, seen))
                .orElseThrow(() -> new FailureException(new Failure.Rejected("Nobody knows what to roll back to",
                        "no earlier run is in the journal and the platforms did not say what runs.", "Name a version.")));
    }

    private static boolean all(List<Seen> seen, String version) {
        return versions(seen).allMatch(version::equals);
    }

    /** What runs anywhere: stable tracks, and canaries that have pods. */
    private static Stream<String> versions(List<Seen> seen) {
        return seen.stream().flatMap(one -> Stream.concat(one.stable().stream(), one.canary().stream().filter(c ->
                c.wanted() > 0)))
                .flatMap(workload -> workload.artifact().stream()).map(Artifact::version);
    }

    /** The newest known version seen, empty when none is. */
    static String newest(Workspace workspace, List<Seen> seen) {
        return versions(seen).filter(known(workspace)::contains).min(Comparator.comparingInt(known(workspace)::indexOf))
                .orElse("");
    }

    /**
     * Without a run in the journal the platforms must tell. Different versions: the older one. Only the newest release there
     * is: it
     * was brought here by somebody, so the one before. Only an older one: nothing new has come, so it is where it belongs.
     */
    private static Optional<String> unrecorded(Workspace workspace, List<Seen> seen) {
        List<String> known = known(workspace);
        Optional<String> oldest = oldest(workspace, seen);
        boolean onlyNewest = oldest.filter(version -> known.size() > 1 && version.equals(known.getFirst())).isPresent();
        return onlyNewest ? Optional.of(known.get(1)) : oldest;
    }

    private static Optional<String> oldest(Workspace workspace, List<Seen> seen) {
        return versions(seen).filter(known(workspace)::contains).max(Comparator.comparingInt(known(workspace)::indexOf));
    }

    private static List<String> known(Workspace workspace) {
        return workspace.releases().stream().map(Release::version).toList();
    }

    static Failure nothing(String environment, String version) {
        return new Failure.Rejected("Nothing to roll back", environment + " is on " + version + ".",
                "Name a version to go further back.");
    }
}
