package com.maily.console.core.port;

import com.maily.console.core.model.Weight;
import com.maily.console.core.port.TrafficRouter.Reach;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The weights of the two tracks as most routers keep them: whole numbers relative to the sum of all, others included.
 *
 * @param others the sum of the weights that are not ours; they stay, and so must their shares
 */
public record WeightPair(int stable, int canary, int others) {

    private static final int HUNDRED = 100;

    public Weight canaryShare() {
        return Weight.ofShare(canary, (double) stable + canary + others);
    }

    /** @param highest weight the router takes */
    public static Reach reach(Collection<WeightPair> pairs, int highest) {
        WeightPair widest = pairs.stream().max(Comparator.comparingInt(WeightPair::others)).orElse(new WeightPair(1, 0, 0));
        return widest.others() <= 0 ? new Reach.AnyPercent()
                : new Reach.Only(IntStream.rangeClosed(0, HUNDRED)
                        .filter(percent -> pairs.stream().allMatch(pair -> pair.fits(percent, highest)))
                        .mapToObj(Weight::ofPercent).toList(),
                        "other destinations of the same route keep their " + widest.others() + " of " + widest.sum() + ".");
    }

    public int canaryAt(int percent) {
        return percent * sum() / HUNDRED;
    }

    public int stableAt(int percent) {
        return sum() - Math.max(0, others) - canaryAt(percent);
    }

    /** What all weights add up to once ours are written. */
    private int sum() {
        return others <= 0 ? HUNDRED : Math.max(stable + canary + others, HUNDRED);
    }

    private boolean fits(int percent, int highest) {
        int most = Math.max(stableAt(percent), canaryAt(percent));
        return percent * sum() % HUNDRED == 0 && stableAt(percent) >= 0 && most <= highest;
    }
}
