package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Weight;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.core.port.WeightPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The split of an object whose lists hold two destinations of ours, each with a weight relative to the sum of its list. */
record WeightedPairs(List<Pair> pairs) implements Split {

    /** What the Gateway API takes; the others take more. */
    private static final int HIGHEST = 1_000_000;

    /**
     * @param stable path of the stable destination: {@code /spec/http/0/route/0}
     * @param tests  that the destinations still stand where they stood
     */
    record Pair(String stable, String canary, WeightPair weights, List<Map<String, Object>> tests) { }

    @Override
    public Weight canaryShare() {
        return pairs.stream().map(pair -> pair.weights().canaryShare()).max(Weight::compareTo).orElse(Weight.ZERO);
    }

    @Override
    public boolean isAt(Weight weight) {
        return pairs.stream().allMatch(pair -> pair.weights().canaryShare().equals(weight));
    }

    @Override
    public Reach reach() {
        return WeightPair.reach(pairs.stream().map(Pair::weights).toList(), HIGHEST);
    }

    @Override
    public List<Map<String, Object>> changes(int percent) {
        List<Map<String, Object>> operations = new ArrayList<>();
        for (Pair pair : pairs) {
            operations.addAll(pair.tests());
            operations.add(Split.operation("add", pair.stable() + "/weight", pair.weights().stableAt(percent)));
            operations.add(Split.operation("add", pair.canary() + "/weight", pair.weights().canaryAt(percent)));
        }
        return operations;
    }
}
