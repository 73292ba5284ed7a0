package com.maily.console.core.engine;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.Event;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Step;
import com.maily.console.core.sla.Judge;
import com.maily.console.core.sla.Verdict;
import com.maily.console.core.sla.Verdict.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The time a rung is held and judged. It counts from when the router was seen to do what it was told, or from a retry. */
final class CanaryBake {

    /** How often a canary is judged. */
    static final Duration LOOK = Duration.ofSeconds(5);
    /** Shorter windows hold too few scrapes for a rate. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final Step.Canary step;
    private final StepContext context;
    private final Sight sight;
    private final ComponentState known;
    private final Instant since;

    CanaryBake(Step.Canary step, StepContext context, Sight sight, boolean justShifted) {
        this.step = step;
        this.context = context;
        this.sight = sight;
        this.known = context.remembered(step.component());
        Instant settled = justShifted ? context.now() : known.settledAt().orElse(context.now());
        Instant started = context.state().startedAt().orElse(settled);
        this.since = settled.isAfter(started) ? settled : started;
    }

    Instant until() {
        return since.plus(step.bake());
    }

    boolean over() {
        return !context.now().isBefore(until());
    }

    /** The verdict now, journalled when a word in it changed; empty when no objective is set for the component. */
    Optional<Verdict> judge() {
        List<Objective> objectives = context.workspace().objectivesOf(step.component());
        if (objectives.isEmpty()) {
            return Optional.empty();
        }
        Verdict verdict = context.analysis().dryRun() ? rehearsed(objectives) : verdict(objectives);
        boolean news = known.verdict().map(before -> !words(before).equals(words(verdict))).orElse(true);
        if (news || verdict.fails() && context.state().note().isEmpty()) {
            sight.add(new Event.VerdictReached(step.id(), step.component(), verdict));
        }
        return Optional.of(verdict);
    }

    /** A dry run goes on without its sources too, and says that they were silent. */
    private Verdict rehearsed(List<Objective> objectives) {
        try {
            return verdict(objectives).asDryRun();
        } catch (FailureException problem) {
            return new Verdict(Verdict.Word.NO_DATA, problem.failure().sentence(), 0, List.of()).asDryRun();
        }
    }

    /** Counts may prove harm before a whole minute lies after the shift; they cannot prove health that soon. */
    private Verdict verdict(List<Objective> objectives) {
        if (elapsed().compareTo(Judge.EARLIEST) < 0) {
            return tooEarly();
        }
        Verdict verdict = context.judge().canary(objectives, elapsed(), context.now());
        return elapsed().compareTo(SHORTEST) < 0 && verdict.word() != Verdict.Word.FAIL ? tooEarly() : verdict;
    }

    /** A window that reaches back before the shift would judge the rung before. */
    private Verdict tooEarly() {
        return new Verdict(Verdict.Word.TOO_FEW_SAMPLES, "Judged from " + Words.clock(since.plus(SHORTEST))
                + ", when a whole minute lies after the shift.", 0, List.of());
    }

    private Duration elapsed() {
        return Duration.between(since, context.now());
    }

    private static List<Verdict.Word> words(Verdict verdict) {
        return verdict.judgements().stream().map(Judgement::word).toList();
    }

    /**
     * Why a verdict does not let traffic rise; silence and few requests are no pass. Optional objectives alone and dry runs never
     * stop it.
     */
    Optional<String> undecided(Verdict verdict) {
        if (verdict.dryRun() || context.workspace().objectivesOf(step.component()).stream().noneMatch(Objective::critical)) {
            return Optional.empty();
        }
        return switch (verdict.word()) {
            case PASS, MARGINAL -> Optional.empty();
            case TOO_FEW_SAMPLES -> Optional.of("too few requests to judge");
            case NO_DATA -> Optional.of("no data to judge");
            case FAIL -> Optional.of("its verdict is fail");
        };
    }
}
