package com.maily.console.desktop.canary;

import com.maily.console.core.engine.CanaryMove;
import com.maily.console.core.engine.LargestStep;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Move;
import com.maily.console.core.port.Rights;
import com.maily.console.desktop.widget.WeightSlide;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which moves make sense for a canary now, in the engine's own words; where the present is not known, nothing may go up. */
final class CanaryMoves {

    private CanaryMoves() { }

    static Map<Move, String> obstacles(Deployment run, String component, WeightSlide slide, LargestStep largest,
                                       Map<Rights.Action, Failure> denied) {
        Map<Move, String> obstacles = new EnumMap<>(Move.class);
        for (Move move : new Move[] {Move.PROMOTE, Move.PAUSE, Move.RESUME, Move.ABORT}) {
            new CanaryMove(move, component, Optional.empty(), largest).obstacle(run).ifPresent(why -> obstacles.put(move, why));
        }
        boolean waits = run.steps().values().stream().anyMatch(step -> step.gate().isPresent()
                && step.step().about().equals(Optional.of(component)));
        if (!slide.barred().isEmpty() && !waits) {
            obstacles.putIfAbsent(Move.PROMOTE, lower(slide.barred()));
        }
        Optional.ofNullable(denied.get(Rights.Action.SHIFT)).map(why -> lower(why.why())).ifPresent(why -> {
            obstacles.put(Move.PROMOTE, why);
            obstacles.put(Move.ABORT, why);
        });
        return obstacles;
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + sentence.substring(1).replaceFirst("\\.$", "");
    }
}
