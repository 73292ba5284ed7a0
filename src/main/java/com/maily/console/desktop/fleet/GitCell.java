package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What Git wants of a component, and whether it is so.
 *
 * @param wants the version, empty when it can't be told
 * @param drift how what runs differs, empty when it does not
 */
record GitCell(String wants, State state, String word, String drift) {

    /** Of its regions the one that is worst off; empty when the controller owns none of them. */
    static Optional<GitCell> of(GitReading reading, List<Seat> seats, Instant now) {
        return seats.stream().flatMap(seat -> Optional.ofNullable(reading.states().get(seat.component().name())).stream())
                .map(state -> of(reading, state, now)).min(Comparator.comparing(cell -> rank(cell.state())));
    }

    static GitCell of(GitReading reading, GitOpsState state, Instant now) {
        String wants = state.wanted().artifact().map(Artifact::version).orElse("");
        boolean fresh = switch (reading.source().freshness(now)) {
            case LIVE, AGEING -> true;
            case STALE, LOST, NEVER -> false;
        };
        return new GitCell(wants, fresh ? state(state) : State.STALE, fresh ? state.words() : "was "
                + state.words().toLowerCase(java.util.Locale.ROOT),
                fresh && drifts(state) ? state.drift().stream().findFirst().orElse("≠ Git" + (wants.isEmpty() ? ""
                : ", wants " + wants)) : "");
    }

    private static boolean drifts(GitOpsState state) {
        return state.sync() == GitOpsState.Sync.OUT_OF_SYNC && !state.operating();
    }

    private static State state(GitOpsState state) {
        if (state.operating()) {
            return State.RUNNING;
        }
        return switch (state.sync()) {
            case SYNCED -> switch (state.health()) {
                case HEALTHY, SUSPENDED -> State.DONE;
                case UNKNOWN -> State.PLANNED;
                case PROGRESSING -> State.RUNNING;
                case MISSING -> State.MARGINAL;
                case DEGRADED -> State.FAILED;
            };
            case OUT_OF_SYNC -> state.remembered().isPresent() && !state.autoSync().on() ? State.HELD : State.MARGINAL;
            case UNKNOWN -> State.STALE;
        };
    }

    private static int rank(State state) {
        return switch (state) {
            case FAILED -> 0;
            case MARGINAL -> 1;
            case STALE -> 2;
            case HELD -> 3;
            case RUNNING -> 4;
            default -> 5;
        };
    }
}
