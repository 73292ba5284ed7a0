package com.maily.console.core.engine;

import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.Verdict;
import java.util.Optional;

/** What a person is asked before a canary goes on; each question once per rung, or once above the limit. Pure. */
record CanaryGate(Step.Canary step, Weight current, boolean switches, LargestStep largest, Optional<Verdict> verdict) {

    record Question(String id, String text) { }

    /**
     * @param goal where it goes after the answer, empty when all traffic is there and the version becomes the stable one
     */
    Optional<Question> before(Weight rung, Optional<Weight> goal) {
        Weight to = goal.orElse(Weight.FULL);
        if (switches && current.isZero()) {
            return Optional.of(question("switch", to));
        }
        if (step.approval() && !current.isZero() && !current.isFull()) {
            return Optional.of(question("to-" + rung.basisPoints() / 100.0, to));
        }
        return to.isAbove(step.limit()) && !current.isFull() ? Optional.of(question("above-limit", to)) : jump(goal);
    }

    /** A router of few weights may not reach what lies between. */
    Optional<Question> jump(Optional<Weight> goal) {
        return goal.filter(to -> largest.exceededBy(current, to)).map(to -> new Question("jump-" + to.basisPoints() / 100.0,
                step.component() + " can only go from " + current + " to " + to + ", and " + largest.sentence(current, to)
                        + ". Go on to " + to + " all the same?"));
    }

    private Question question(String id, Weight to) {
        return new Question(id, step.component() + standing() + current + ". Go on to " + to + "?");
    }

    /** After a dry run it may stand here with any verdict. */
    private String standing() {
        Optional<Verdict.Word> word = verdict.filter(Verdict::dryRun).map(Verdict::word);
        return switch (word.orElse(Verdict.Word.PASS)) {
            case PASS, MARGINAL -> " holds its objectives at ";
            case FAIL -> " misses its objectives in a dry run at ";
            case TOO_FEW_SAMPLES, NO_DATA -> " could not be judged in a dry run at ";
        };
    }
}
