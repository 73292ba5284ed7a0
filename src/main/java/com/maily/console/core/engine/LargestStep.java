package com.maily.console.core.engine;

import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Keeps a canary's weight from rising by more at once than its environment allows. Lowering has no limit. Pure. */
public record LargestStep(String environment, Optional<Weight> points) {

    public static LargestStep in(Workspace workspace, String environment) {
        return new LargestStep(environment, workspace.environment(environment).flatMap(Environment::largestStep));
    }

    /** The highest weight that may be sent from {@code current}. */
    public Weight highest(Weight current) {
        return points.map(most -> new Weight(Math.min(Weight.FULL.basisPoints(), current.basisPoints() + most.basisPoints())))
                .orElse(Weight.FULL);
    }

    public boolean exceededBy(Weight current, Weight to) {
        return to.isAbove(highest(current));
    }

    /** What is possible from {@code current}. */
    public String rule(Weight current) {
        return environment + " allows " + number(points.orElse(Weight.FULL).percent()) + " points in one step: at most " + highest(current)
                + " now.";
    }

    /** Why {@code to} may not be sent from {@code current}. */
    public String sentence(Weight current, Weight to) {
        double raised = (to.basisPoints() - current.basisPoints()) / 100.0;
        return environment + " allows " + number(points.orElse(Weight.FULL).percent()) + " points in one step, and from " + current
                + " to " + to + " are " + number(raised) + "; at most " + highest(current) + " now";
    }

    static String number(double points) {
        return points == Math.rint(points) ? Long.toString(Math.round(points)) : Double.toString(points);
    }

    /** The ladder with rungs put in evenly wherever it would rise too far. */
    List<Weight> fit(List<Weight> ladder) {
        List<Weight> fitted = new ArrayList<>();
        Weight before = Weight.ZERO;
        for (Weight rung : ladder) {
            fitted.addAll(between(before, rung));
            fitted.add(rung);
            before = rung;
        }
        return List.copyOf(new LinkedHashSet<>(fitted));
    }

    private List<Weight> between(Weight from, Weight to) {
        if (!exceededBy(from, to)) {
            return List.of();
        }
        double gap = to.percent() - from.percent();
        int steps = (int) Math.ceil(gap / points.orElseThrow().percent());
        return IntStream.range(1, steps)
                .mapToObj(i -> Weight.ofPercent(from.percent() + Math.floor(gap * i / steps))).toList();
    }
}
