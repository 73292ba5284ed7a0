package com.maily.console.core.engine;

import com.maily.console.core.engine.Commands.Preview;
import com.maily.console.core.engine.Commands.Undo;
import com.maily.console.core.engine.Commands.UndoTo;
import com.maily.console.core.engine.Commands.Wanted;
import com.maily.console.core.journal.History;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was previewed is what starts: a preview younger than a minute on the wall is used, as long as it spoke for starting and
 * no run has touched anything since; otherwise it is made again.
 */
final class FreshPreviews {

    private static final Duration FRESH = Duration.ofSeconds(60);

    private record Made(Preview preview, Instant at, List<String> touched) { }

    private final Previews previews;
    private final Map<Object, Made> made = new ConcurrentHashMap<>();

    FreshPreviews(Previews previews) {
        this.previews = previews;
    }

    Preview deployment(Wanted wanted) {
        return remember(key(wanted), () -> previews.deployment(wanted));
    }

    Preview rollback(Undo undo) {
        return remember(key(undo), () -> previews.rollback(undo));
    }

    Preview undo(UndoTo undo) {
        return remember(key(undo), () -> previews.undo(undo));
    }

    Preview freshUndo(UndoTo undo) {
        return fresh(key(undo)).orElseGet(() -> undo(undo));
    }

    Preview freshDeployment(Wanted wanted) {
        return fresh(key(wanted)).orElseGet(() -> deployment(wanted));
    }

    Preview freshRollback(Undo undo) {
        return fresh(key(undo)).orElseGet(() -> rollback(undo));
    }

    /** Whether nothing has been started since {@code preview} was handed out. */
    boolean stillTrue(Preview preview) {
        return made.values().stream().anyMatch(one -> one.preview().equals(preview) && one.touched().equals(touched()));
    }

    private Preview remember(Object key, Supplier<Preview> making) {
        List<String> before = touched();
        Preview preview = making.get();
        made.put(key, new Made(preview, previews.time().instant(), before));
        return preview;
    }

    private Optional<Preview> fresh(Object key) {
        return Optional.ofNullable(made.get(key)).filter(one -> {
            Duration age = previews.time().onTheWall(Duration.between(one.at(), previews.time().instant()));
            return one.preview().mayStart() && age.compareTo(FRESH) <= 0 && one.touched().equals(touched());
        }).map(Made::preview);
    }

    /** Which runs there are, which of them are over, and which of their steps were ever started. */
    private List<String> touched() {
        History history = previews.journal().history();
        return history.deployments().stream().map(run -> run.id() + run.over() + run.steps().values().stream()
                .filter(step -> step.attempt() > 0).map(step -> step.step().id()).toList()).toList();
    }

    /** The reason changes nothing about a plan. */
    private static Object key(Wanted wanted) {
        return new Wanted(wanted.environment(), wanted.version(), wanted.startPhase(), wanted.endPhase(), wanted.skipStaging(),
                wanted.canary(), wanted.canaryLimit(), "", wanted.regions());
    }

    private static Object key(Undo undo) {
        return new Undo(undo.environment(), undo.components(), undo.toVersion(), "");
    }

    private static Object key(UndoTo undo) {
        return new UndoTo(undo.environment(), undo.component(), undo.revision(), "");
    }
}
