package com.maily.console.desktop.widget;

import com.maily.console.core.model.Weight;
import java.util.Optional;

/**
 * What a weight slider shows, apart from what is being proposed on it.
 *
 * @param next     the plan's next weight, and {@code nextWhen} what it waits for: {@code next, on approval}
 * @param stale    whether nobody knows the weight now; the thumb then only goes down
 * @param settling whether the platform is still taking the desired weight up
 * @param editable whether the weight can be moved at all
 */
public record WeightSlide(Weight observed, Weight desired, Optional<Weight> next, String nextWhen, WeightSnap snap, boolean stale,
                          boolean settling, boolean editable) {

    /** A proposal that is allowed: going up is barred while the weight is unknown, going down never is. */
    public Weight allowed(Weight wanted) {
        return stale && wanted.isAbove(desired) ? desired : wanted;
    }

    /** The slider in words, for those who do not see it. */
    public String sentence(Optional<Weight> proposed) {
        return "Canary weight " + desired + ", observed " + (stale ? "unknown, last " : "") + observed
                + proposed.map(weight -> ", proposed " + weight + ", nothing sent yet").orElse("")
                + next.map(weight -> ", next " + weight).orElse("");
    }
}
