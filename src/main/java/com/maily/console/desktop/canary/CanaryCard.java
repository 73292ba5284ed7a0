package com.maily.console.desktop.canary;

import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Failure;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.WeightSlide;
import java.util.List;
import java.util.Optional;

/**
 * One component's canary as the screen shows it.
 *
 * @param routing   how its traffic is split, in the router's terms: {@code Gateway API · HTTPRoute maily-api}
 * @param step      the canary step's id in the run, empty when the run has none for it
 * @param analysing whether the present weight is still being judged
 * @param source    where the observed weight comes from, and how old it is
 * @param writer    who wrote the weight last, empty when unknown
 * @param samples   requests in the judged window, NaN before the first verdict
 * @param burn      how many times faster than allowed the canary spends its error budget, NaN when unknown
 * @param sentence  what happens now, in bold; {@code note} adds to it
 * @param refusal   what the router said when it could not be read or would not obey
 */
record CanaryCard(String component, String routing, String version, String replaces, State state, WeightSlide slide, String step,
                  boolean running, boolean paused, boolean analysing, Optional<StepState.Gate> gate, SourceState source, String writer,
                  Optional<Verdict> verdict, List<CanaryTile> tiles, double samples, double burn, double requestsPerMinute,
                  int stableUnits, int canaryUnits, String timing, String sentence, String note, Optional<Failure> refusal) {

    CanaryCard {
        tiles = List.copyOf(tiles);
    }

    /** Whether a weight sent now would be taken: somebody conducts this canary. */
    boolean live() {
        return running && !step.isEmpty();
    }

    boolean waits() {
        return gate.isPresent() || state == State.HELD;
    }
}
