package com.maily.console.desktop.sla;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Phase;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.TimeChartData.Flag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The moments of an environment's runs that a curve may have to do with, as the journal tells them. */
final class SlaFlags {

    private SlaFlags() { }

    /** Of every run that was not over before {@code from}. */
    static List<Flag> of(History history, String environment, Instant from) {
        List<Deployment> runs = history.newestFirst(environment);
        Set<String> undone = runs.stream().filter(Deployment::goesBack).map(Deployment::undoes).collect(Collectors.toSet());
        return runs.stream().filter(run -> run.endedAt().filter(end -> end.isBefore(from)).isEmpty())
                .flatMap(run -> of(run, undone.contains(run.id())).stream()).sorted(Comparator.comparing(Flag::at)).toList();
    }

    private static List<Flag> of(Deployment run, boolean undone) {
        String version = run.plan().version();
        List<Flag> flags = new ArrayList<>();
        flags.add(run.goesBack()
                ? new Flag(run.startedAt(), "back", State.ROLLED_BACK, "rollback to " + version + " began")
                : new Flag(run.startedAt(), version, State.RUNNING, version + " began"));
        run.plan().phases().forEach(phase -> begin(run, phase).ifPresent(at -> flags.add(new Flag(at,
                (run.goesBack() ? "R" : "P") + phase.number(), State.PLANNED, "phase " + phase.number() + " of " + version))));
        run.endedAt().ifPresent(end -> flags.add(new Flag(end, word(run), state(run),
                version + " " + word(run) + (undone ? ", rolled back later" : ""))));
        return flags;
    }

    private static String word(Deployment run) {
        return switch (run.status()) {
            case SUCCEEDED -> "done";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
            case SUPERSEDED -> "replaced";
            case RUNNING, PAUSED -> "";
        };
    }

    private static State state(Deployment run) {
        return switch (run.status()) {
            case SUCCEEDED -> State.DONE;
            case FAILED -> State.FAILED;
            case CANCELLED, SUPERSEDED, RUNNING, PAUSED -> State.SKIPPED;
        };
    }

    /** Where a phase really began; one that has not begun has no flag. */
    private static Optional<Instant> begin(Deployment run, Phase phase) {
        return run.stepsOf(phase).stream().map(StepState::startedAt).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
