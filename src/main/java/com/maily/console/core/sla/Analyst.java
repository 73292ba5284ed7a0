package com.maily.console.core.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Track;
import com.maily.console.core.sla.Analysis.Effect;
import com.maily.console.core.sla.Analysis.Metric;
import com.maily.console.core.sla.Analysis.Scale;
import com.maily.console.core.sla.Analysis.Side;
import com.maily.console.core.sla.Verdict.Word;
import com.maily.console.core.sla.judge.CountRule;
import com.maily.console.core.sla.judge.Finding;
import com.maily.console.core.sla.judge.PointRule;
import com.maily.console.core.sla.judge.Room;
import com.maily.console.core.sla.judge.Tail;
import com.maily.console.core.sla.judge.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges any window that is over, from raw points and counts alone; what a source thinks of them is never asked. Asking takes
 * as long as the sources take.
 *
 * @param sources by the platform key an objective names
 */
public record Analyst(String environment, Function<String, MetricSource> sources) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final long MOST_POINTS = 120;

    /** @param objectives of the component, as they hold in the environment */
    public Analysis analyse(String component, List<Objective> objectives, Instant from, Instant to, Instant askedAt) {
        Duration step = step(Duration.between(from, to));
        PastWindow window = new PastWindow(environment, sources, to, step);
        List<Objective> told = objectives.stream().filter(ObjectiveQuery::tellsTracksApart).toList();
        List<Metric> metrics = told.stream().map(objective -> metric(objective, window, from, to, Judge.alpha(told))).toList();
        objectives.stream().filter(objective -> !told.contains(objective)).forEach(objective -> window.lacks(objective,
                "It is measured over both tracks together and says nothing of the canary."));
        Summary summary = Summary.of(metrics.stream().map(metric -> new Summary.Part(metric.objective(), metric.word(),
                metric.sentence().replaceFirst("\\.$", ""), true)).toList(), 0);
        return new Analysis(environment, component, from, to, askedAt, step, summary.word(), summary.sentence(), summary.score(),
                summary.groups(), metrics, window.lacks(), window.warnings());
    }

    /** Points that do not overlap, whole minutes apart: a rate needs some scrapes, and a test of ranks independent points. */
    private static Duration step(Duration length) {
        long minutes = Math.ceilDiv(length.toSeconds(), MOST_POINTS * 60);
        return minutes < 1 ? SHORTEST : Duration.ofMinutes(minutes);
    }

    private Metric metric(Objective objective, PastWindow window, Instant from, Instant to, double alpha) {
        Instant start = from.plus(objective.judging().warmUp());
        if (!start.isBefore(to)) {
            window.lacks(objective, "The window ends before its warm-up of " + objective.judging().warmUp().toSeconds() + " s does.");
            Side none = new Side("", List.of(), "", Optional.empty(), List.of());
            return new Metric(objective, Summary.group(objective), Word.TOO_FEW_SAMPLES, 0, Optional.empty(), "",
                    objective.key() + " is still warming up.", start, none, none);
        }
        Side stable = window.side(objective, Track.STABLE, start);
        Side canary = window.side(objective, Track.CANARY, start);
        Objective.Counted counted = objective.counted();
        Finding finding = counted == null ? points(objective, stable, canary, window.samples(objective, start))
                : new CountReading(stable.counts(), canary.counts(), tail(stable, canary)).judged(objective, counted, alpha);
        return new Metric(objective, Summary.group(objective), Summary.Part.softened(objective, finding.word()), finding.samples(),
                effect(objective, finding, stable, alpha), finding.method(), objective.key() + ": " + finding.sentence() + ".", start,
                stable, canary);
    }

    private static Tail tail(Side stable, Side canary) {
        return stable.above().isEmpty() || canary.above().isEmpty() ? Tail.NONE : new Tail(stable.above(), canary.above());
    }

    private static Finding points(Objective objective, Side stable, Side canary, double samples) {
        int minimum = objective.judging().minimum();
        int least = objective.countsRequests() ? Objective.Judging.POINTS : minimum;
        Room room = Room.of(objective);
        Finding finding = new WindowRule(new PointRule(room, CountRule.TOLERANCE, least), room)
                .judge(values(stable), values(canary));
        boolean few = samples < minimum && finding.word() != Word.FAIL && finding.word() != Word.NO_DATA;
        return few ? finding.tooFew(samples, minimum) : finding;
    }

    private static double[] values(Side side) {
        return side.points().stream().mapToDouble(Sample::value).toArray();
    }

    private static Optional<Effect> effect(Objective objective, Finding finding, Side stable, double alpha) {
        if (finding.effect() == null || finding.interval() == null) {
            return Optional.empty();
        }
        Objective.Counted counted = objective.counted();
        return Optional.of(counted == null
                ? new Effect(Scale.DIFFERENCE, finding.effect(), finding.interval(), PointRule.CONFIDENCE,
                        CountRule.TOLERANCE * Room.of(objective).scale(PointRule.median(stable.values())))
                : new Effect(Scale.RATIO, finding.effect(), finding.interval(), 1 - alpha, 1 + counted.tolerance() / 100));
    }
}
