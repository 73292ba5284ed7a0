package com.maily.console.core.engine;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Step;
import com.maily.console.core.sla.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Holds for a time while objectives must stay met. Going forward, a missed critical objective holds the run at once. Going
 * back, the numbers are given until the step's timeout to recover, and what runs and where traffic goes is read back again each
 * time, because something else may re-apply what was just undone.
 */
final class SoakStep {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private SoakStep() { }

    static Advance advance(Step.Soak step, StepContext context) {
        Sight sight = new Sight(step, context);
        if (context.deployment().goesBack()) {
            Relapse relapses = new Relapse(context, sight);
            Optional<Failure> relapse = step.components().stream().flatMap(name -> relapses.of(name).stream()).findFirst();
            if (relapse.isPresent()) {
                return new Advance(sight.events(), new Outcome.Failed(relapse.get()));
            }
        }
        return new Advance(sight.events(), judge(step, context));
    }

    private static Outcome judge(Step.Soak step, StepContext context) {
        Instant start = context.state().startedAt().orElse(context.now());
        Duration elapsed = Duration.between(start, context.now());
        boolean held = elapsed.compareTo(step.hold()) >= 0;
        List<Objective> objectives = step.components().stream()
                .flatMap(name -> context.workspace().objectivesOf(name).stream()).toList();
        if (objectives.isEmpty()) {
            return held ? new Outcome.Done("Held for " + Words.of(step.hold()) + "; no objective is set for what it watches.")
                    : waiting(step, start);
        }
        Verdict verdict = context.judge().stable(objectives, window(elapsed, step), context.now());
        return switch (verdict.word()) {
            case PASS, MARGINAL -> held ? new Outcome.Done("Held for " + Words.of(step.hold()) + ". " + verdict.sentence())
                    : waiting(step, start);
            case FAIL -> context.deployment().goesBack() ? new Outcome.Waiting("not recovered yet: " + missed(verdict), LOOK)
                    : new Outcome.Held(verdict.sentence());
            case TOO_FEW_SAMPLES, NO_DATA -> held && objectives.stream().noneMatch(Objective::critical)
                    ? new Outcome.Done("Held for " + Words.of(step.hold())
                            + "; no critical objective is set for what it watches.") : held
                            ? new Outcome.Waiting("no verdict yet: " + missed(verdict), LOOK) : waiting(step, start);
        };
    }

    /** Which objectives, without their ever-changing numbers. */
    private static String missed(Verdict verdict) {
        return verdict.judgements().stream().filter(one -> one.word() == verdict.word()).map(Verdict.Judgement::objective)
                .distinct()
                .reduce((a, b) -> a + ", " + b).orElse("nothing") + switch (verdict.word()) {
                    case FAIL -> " outside the limit";
                    case NO_DATA -> " without data";
                    case TOO_FEW_SAMPLES -> " with too few requests";
                    case PASS, MARGINAL -> " within the limit";
                };
    }

    private static Outcome waiting(Step.Soak step, Instant start) {
        return new Outcome.Waiting("holding until " + Words.clock(start.plus(step.hold())), LOOK);
    }

    private static Duration window(Duration elapsed, Step.Soak step) {
        Duration most = step.hold().compareTo(LONGEST) > 0 ? LONGEST : step.hold();
        Duration window = elapsed.compareTo(most) > 0 ? most : elapsed;
        return window.compareTo(SHORTEST) < 0 ? SHORTEST : window;
    }
}
