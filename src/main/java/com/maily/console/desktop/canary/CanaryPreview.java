package com.maily.console.desktop.canary;

import com.maily.console.core.model.Weight;
import com.maily.console.desktop.widget.State;
import java.util.Optional;

/**
 * What applying a proposed weight would mean.
 *
 * @param moved      requests a minute that change sides, NaN while nobody knows how many there are
 * @param units      units the canary has now, and {@code unitsNeeded} how many its share of the traffic takes; 0 where nobody
 *           counts
 * @param hold       whether it must be held or queued: it goes up while the analysis has not spoken
 * @param refusal    why it can't be applied at all
 * @param cost       what it would cost of the error budget, in words, and {@code costs} how bad that is; empty without a budget
 */
record CanaryPreview(Weight before, Weight after, double moved, int units, int unitsNeeded, boolean hold,
        Optional<String> refusal, String cost, State costs) {

    static CanaryPreview of(CanaryCard card, Weight proposed) {
        Weight before = card.slide().desired();
        boolean up = proposed.isAbove(before);
        double share = (proposed.basisPoints() - before.basisPoints()) / 10_000.0;
        int all = card.stableUnits() + card.canaryUnits();
        Optional<String> refusal = Optional.of(card.slide().barred()).filter(why -> up && !why.isEmpty());
        return new CanaryPreview(before, proposed, card.requestsPerMinute() * share, card.canaryUnits(),
                card.stableUnits() == 0 ? 0 : Math.min(all, (int) Math.ceil(card.stableUnits() * proposed.percent() / 100)),
                up && card.analysing(), refusal, card.budget().expected(before, proposed), card.budget().expectedState(proposed));
    }

    boolean up() {
        return after.isAbove(before);
    }

    /** {@code +10.3 k/min on v2.1.0, 6 → 12 pods}. */
    String consequence(String version) {
        String requests = Double.isNaN(moved) ? "how many requests move is unknown"
                : (moved < 0 ? "−" : "+") + CanaryTile.perMinute(Math.abs(moved)) + " on " + version;
        return unitsNeeded == 0 ? requests : requests + ", " + units + " → " + Math.max(unitsNeeded, 1) + " pods";
    }
}
