package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Weight;
import java.util.List;
import java.util.stream.Collectors;

/** How things are listed in sentences. */
final class Words {

    private static final int MANY = 12;

    private Words() { }

    /** All of them, or the first and the last where they are too many to read. */
    static String weights(List<Weight> weights) {
        return weights.size() > MANY ? "the whole percentages from " + weights.getFirst() + " to " + weights.getLast()
                : weights.stream().map(Weight::toString).collect(Collectors.joining(", "));
    }
}
