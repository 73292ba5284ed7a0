package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.Workload;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.Optional;

/**
 * What one cell of the matrix shows.
 *
 * @param version of the stable track, empty when unknown
 * @param canary  the share that really goes to the canary; empty when nothing does
 * @param units   {@code 9/10}, empty where nobody counts
 * @param remark  what a person should know beside it
 * @param source  how fresh it is
 */
record FleetCell(Look look, State state, String version, Optional<Weight> canary, String units, String remark,
        SourceState source) {

    /** How much it may be trusted. */
    enum Look { LOADING, NONE, LIVE, STALE, UNREACHABLE }

    /** @param drift how it differs from what Git wants, empty when it does not or nobody knows */
    static FleetCell of(Seat seat, SeatReading reading, String drift, Instant now) {
        if (reading.stable().isEmpty()) {
            return unknown(reading);
        }
        Workload stable = reading.stable().get();
        Workload canary = reading.canary().filter(workload -> workload.artifact().isPresent() && workload.wanted() > 0)
                .orElse(null);
        Optional<Weight> share = reading.traffic().map(Traffic::observed).filter(weight -> !weight.isZero());
        int ready = stable.ready() + (canary == null ? 0 : canary.ready());
        int wanted = stable.wanted() + (canary == null ? 0 : canary.wanted());
        Look look = look(reading, now);
        boolean counts = wanted > 0 && seat.platform().equals("kubernetes");
        boolean broken = broken(stable) || canary != null && broken(canary);
        boolean unsplit = seat.component().hasCanary() && reading.traffic().isEmpty();
        boolean wanting = ready < wanted || !drift.isEmpty() || unsplit;
        State state = look != Look.LIVE ? State.STALE : broken ? State.FAILED : state(stable, share, wanting);
        return new FleetCell(look, state, stable.artifact().map(Artifact::version).orElse(""), share,
                counts ? ready + "/" + wanted : "", broken ? "rollout failed" : remark(reading, unsplit, drift),
                reading.source());
    }

    private static FleetCell unknown(SeatReading reading) {
        boolean answered = reading.failure().isPresent() && !reading.unreachable();
        Look look = answered ? Look.NONE : reading.failure().isPresent() ? Look.UNREACHABLE : Look.LOADING;
        return new FleetCell(look, look == Look.UNREACHABLE ? State.STALE : State.PLANNED, "", Optional.empty(), "",
                look == Look.UNREACHABLE ? "no answer" : "", reading.source());
    }

    private static Look look(SeatReading reading, Instant now) {
        return switch (reading.source().freshness(now)) {
            case LIVE, AGEING -> Look.LIVE;
            case STALE, LOST, NEVER -> reading.unreachable() ? Look.UNREACHABLE : Look.STALE;
        };
    }

    private static boolean broken(Workload workload) {
        return workload.rollout() instanceof Workload.Rollout.Broken;
    }

    private static State state(Workload stable, Optional<Weight> share, boolean wanting) {
        if (stable.artifact().isEmpty()) {
            return State.PLANNED;
        }
        return !stable.done() ? State.RUNNING : share.isPresent() ? State.CANARY : wanting ? State.MARGINAL : State.DONE;
    }

    private static String remark(SeatReading reading, boolean unsplit, String drift) {
        if (!drift.isEmpty()) {
            return drift;
        }
        return unsplit ? "traffic not known" : reading.traffic().filter(traffic -> !traffic.desired().equals(traffic.observed()))
                .map(traffic -> "wants " + traffic.desired()).orElse("");
    }

    boolean fault() {
        return state == State.FAILED || state == State.MARGINAL;
    }

    /** The whole cell in words, for those who do not see it. */
    String words() {
        return switch (look) {
            case LOADING -> "not read yet";
            case NONE -> "none";
            case LIVE, STALE, UNREACHABLE -> (look == Look.LIVE ? state.word() : look == Look.STALE ? "stale" : "unreachable")
                    + (version.isEmpty() ? "" : ", version " + version) + canary.map(share -> ", canary " + share).orElse("")
                    + (units.isEmpty() ? "" : ", " + units + " ready") + (remark.isEmpty() ? "" : ", " + remark);
        };
    }
}
