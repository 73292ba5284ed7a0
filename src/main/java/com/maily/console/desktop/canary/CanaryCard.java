package com.maily.console.desktop.canary;

import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.WeightSlide;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One component's canary as the screen shows it.
 *
 * @param routing   how its traffic is split, in the router's terms: {@code Gateway API · HTTPRoute maily-api}
 * @param step      the canary step's id in the run, empty when the run has none for it
 * @param beneath   what stands under the weight: {@code observed 25 %}, {@code promoted}
 * @param analysing whether the present weight is still being judged, and {@code judgedAt} when that ends
 * @param queued    the weight it goes to once the present one has passed, if a person has asked for that
 * @param dropped   what became of a weight somebody asked for that will not be sent, empty for nothing
 * @param obstacles why a move makes no sense now; a move that does is not in it
 * @param source    where the observed weight comes from, and how old it is
 * @param writer    who wrote the present weight: a person, a program past the console, or empty when unknown
 * @param withheld  whether the verdict is too old to be shown for the present: the weight or a metric that decides is unknown
 * @param samples   requests in the judged window, NaN before the first verdict
 * @param budget    its error budget, and what another weight would cost of it
 * @param sentence  what happens now, in bold; {@code note} adds to it
 * @param refusal   what the router said when it could not be read or would not obey
 * @param denied    what our account may not do to it, with the missing right named
 */
record CanaryCard(String component, String routing, String version, String replaces, State state, WeightSlide slide, String step,
                  String beneath, boolean running, boolean paused, boolean analysing, Optional<Instant> judgedAt,
                  Optional<StepState.Gate> gate, Optional<Weight> queued, String dropped,
                  Map<Move, String> obstacles, SourceState source, String writer,
                  Optional<Verdict> verdict, boolean withheld, List<CanaryTile> tiles, double samples, CanaryBudget budget,
                  double requestsPerMinute, int stableUnits, int canaryUnits, String timing, String sentence, String note,
                  Optional<Failure> refusal, Map<Rights.Action, Failure> denied) {

    CanaryCard {
        tiles = List.copyOf(tiles);
        obstacles = Map.copyOf(obstacles);
        denied = Map.copyOf(denied);
    }

    /** Whether its weights are steps that people wrote, so that only some can be set. */
    boolean goesBySteps() {
        return routing.startsWith(CanaryWords.ROLLOUT);
    }

    /** Whether a weight sent now would be taken: somebody conducts this canary. */
    boolean live() {
        return running && !step.isEmpty();
    }

    /** Why its component cannot be rolled back: only for what that needs now. */
    Optional<Failure> noWayBack() {
        return carries() ? Optional.ofNullable(denied.get(Rights.Action.SHIFT))
                : state == State.DONE ? Optional.ofNullable(denied.get(Rights.Action.UNDO)) : Optional.empty();
    }

    boolean waits() {
        return gate.isPresent() || state == State.HELD;
    }

    /** Whether the canary track gets traffic; the promoted version's own traffic is not the canary's. */
    boolean carries() {
        return running && !slide.desired().isZero();
    }
}
