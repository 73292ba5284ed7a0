package com.maily.console.desktop.fleet;

import com.maily.console.core.port.Compute;
import com.maily.console.core.port.Pod;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One pod as the table shows it.
 *
 * @param used  what it uses now; empty where nobody measures, or has not yet
 * @param state with {@code word} what a person should think of it
 * @param text  everything the filter looks at, in lower case
 */
record PodRow(Pod pod, Optional<Compute> used, State state, String word, String text) {

    private static final Duration LONG = Duration.ofMinutes(5);

    static PodRow of(Pod pod, Optional<Compute> used, Instant now) {
        State state = state(pod, now);
        String word = switch (state) {
            case DONE -> pod.ready() ? "Ready" : pod.phase();
            case RUNNING -> "Starting";
            case MARGINAL -> "Not ready";
            default -> pod.phase();
        };
        return new PodRow(pod, used, state, word, String.join(" ", pod.component(), pod.name(), pod.namespace(), pod.node(),
                pod.version(),
                pod.phase(), word).toLowerCase(Locale.ROOT));
    }

    private static State state(Pod pod, Instant now) {
        if (pod.ready() || pod.phase().equals("Completed") || pod.phase().equals("Succeeded")) {
            return State.DONE;
        }
        return switch (pod.phase()) {
            case "Terminating" -> State.SKIPPED;
            case "Running", "Pending", "ContainerCreating", "PodInitializing", "NotReady" -> starting(pod, now);
            case "Unknown" -> State.STALE;
            default -> pod.phase().matches("Init:\\d+/\\d+") ? starting(pod, now) : State.FAILED;
        };
    }

    /** What has been starting for long is not starting any more. */
    private static State starting(Pod pod, Instant now) {
        return Duration.between(pod.createdAt(), now).compareTo(LONG) > 0 ? State.MARGINAL : State.RUNNING;
    }

    boolean fault() {
        return state == State.FAILED || state == State.MARGINAL || state == State.STALE;
    }

    /** Whether it may look different later although the platform says nothing new. */
    boolean ripens() {
        return state == State.RUNNING;
    }

    /** Of what it may use, else of what it asked for, in percent; empty when neither is set or it is not measured. */
    Optional<Double> cpuShare() {
        long most = pod.limits().millicores() > 0 ? pod.limits().millicores() : pod.requests().millicores();
        return used.filter(_ -> most > 0).map(use -> 100.0 * use.millicores() / most);
    }
}
