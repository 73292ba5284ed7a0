package com.maily.console.desktop.widget;

import com.maily.console.core.model.Weight;
import com.maily.console.core.port.TrafficRouter.Reach;
import java.util.Comparator;
import java.util.List;

/**
 * Where the thumb of a weight slider comes to rest. Pure, so that the rules can be tested without a window.
 *
 * @param marks the plan's own weights, in order
 * @param reach what the router can do; it is stronger than the marks
 */
public record WeightSnap(List<Weight> marks, Reach reach) {

    /** How near a mark must be to catch the thumb. */
    static final double CATCH = 1.5;

    public WeightSnap {
        marks = List.copyOf(marks);
    }

    /** @param free whether marks are to be ignored (Alt) */
    public Weight at(double percent, boolean free) {
        double inside = Math.clamp(percent, 0, 100);
        return switch (reach) {
            case Reach.Only only -> nearest(only.weights(), inside);
            case Reach.AnyPercent _ -> free ? whole(inside) : marks.stream()
                    .filter(mark -> Math.abs(mark.percent() - inside) <= CATCH)
                    .min(Comparator.comparingDouble(mark -> Math.abs(mark.percent() - inside)))
                    .orElseGet(() -> whole(inside));
        };
    }

    private static Weight whole(double percent) {
        return Weight.ofPercent(Math.round(percent));
    }

    private static Weight nearest(List<Weight> weights, double percent) {
        return weights.stream().min(Comparator.comparingDouble(weight -> Math.abs(weight.percent() - percent)))
                .orElse(Weight.ZERO);
    }

    /** The highest weight the router can do that is not above {@code limit}. */
    Weight below(Weight limit, Weight otherwise) {
        return switch (reach) {
            case Reach.AnyPercent _ -> limit;
            case Reach.Only only -> only.weights().stream()
                    .filter(weight -> !weight.isAbove(limit)).max(Comparator.naturalOrder())
                    .orElse(otherwise);
        };
    }

    /** One arrow key: a percent, or the next weight the router can do. */
    public Weight stepped(Weight from, int direction) {
        return switch (reach) {
            case Reach.AnyPercent _ -> at(from.percent() + direction, true);
            case Reach.Only only -> next(only.weights(), from, direction);
        };
    }

    /** Shift and an arrow key: the next mark of the plan that the router can do. */
    public Weight nextMark(Weight from, int direction) {
        return at(next(marks, from, direction).percent(), false);
    }

    private static Weight next(List<Weight> weights, Weight from, int direction) {
        return direction > 0
                ? weights.stream().filter(w -> w.isAbove(from)).min(Comparator.naturalOrder()).orElse(from)
                : weights.stream().filter(from::isAbove).max(Comparator.naturalOrder()).orElse(Weight.ZERO);
    }

    /** A number key, 1 for the first mark. */
    public Weight mark(int number, Weight otherwise) {
        return number >= 1 && number <= marks.size() ? at(marks.get(number - 1).percent(), false) : otherwise;
    }

    /** Why the thumb does not go everywhere; empty when it does. */
    public String why() {
        return reach instanceof Reach.Only only ? only.why() : "";
    }
}
