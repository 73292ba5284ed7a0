package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Weight;
import com.maily.console.core.port.TrafficRouter.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The split of an object whose lists hold two destinations of ours, each with a weight relative to the sum of its list. */
record WeightedPairs(List<Pair> pairs) implements Split {

    /**
     * @param stable path of the stable destination: {@code /spec/http/0/route/0}
     * @param others the sum of the weights of destinations that are not ours, which keep theirs
     * @param tests  that the destinations still stand where they stood
     */
    record Pair(String stable, String canary, int stableWeight, int canaryWeight, int others, List<Map<String, Object>> tests) {

        Weight canaryShare() {
            return Weight.ofShare(canaryWeight, (double) stableWeight + canaryWeight + others);
        }
    }

    @Override
    public Weight canaryShare() {
        return pairs.stream().map(Pair::canaryShare).max(Weight::compareTo).orElse(Weight.ZERO);
    }

    @Override
    public boolean isAt(Weight weight) {
        return pairs.stream().allMatch(pair -> pair.canaryShare().equals(weight));
    }

    @Override
    public Reach reach() {
        int others = pairs.stream().mapToInt(Pair::others).max().orElse(0);
        return others <= 0 ? new Reach.AnyPercent()
                : new Reach.Only(IntStream.rangeClosed(0, Math.max(0, 100 - others)).mapToObj(Weight::ofPercent).toList(),
                        "other destinations of the same route keep their " + others + " of 100.");
    }

    @Override
    public List<Map<String, Object>> changes(int percent) {
        List<Map<String, Object>> operations = new ArrayList<>();
        for (Pair pair : pairs) {
            operations.addAll(pair.tests());
            operations.add(Split.operation("add", pair.stable() + "/weight", Math.max(0, 100 - percent - pair.others())));
            operations.add(Split.operation("add", pair.canary() + "/weight", percent));
        }
        return operations;
    }
}
