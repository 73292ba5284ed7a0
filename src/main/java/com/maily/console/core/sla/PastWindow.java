package com.maily.console.core.sla;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Objective;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import com.maily.console.core.port.Track;
import com.maily.console.core.sla.Analysis.Lack;
import com.maily.console.core.sla.Analysis.Side;
import com.maily.console.core.sla.judge.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Asks the sources about one objective's window and keeps what they could not tell; a silent source never hides another's answer. */
final class PastWindow {

    private final String environment;
    private final Function<String, MetricSource> sources;
    private final Instant to;
    private final Duration step;
    private final List<Lack> lacks = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    PastWindow(String environment, Function<String, MetricSource> sources, Instant to, Duration step) {
        this.environment = environment;
        this.sources = sources;
        this.to = to;
        this.step = step;
    }

    List<Lack> lacks() {
        return lacks;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    void lacks(Objective objective, String why) {
        lacks.add(new Lack(objective.key(), why, ""));
    }

    Side side(Objective objective, Track track, Instant from) {
        Duration length = Duration.between(from, to);
        String query = ObjectiveQuery.value(objective, environment, track, step);
        List<Sample> points = length.compareTo(step) < 0 ? List.of() : points(objective, track, query, from.plus(step));
        Objective.Counted counted = objective.counted();
        if (counted == null) {
            return new Side(query, points, "", Optional.empty(), List.of());
        }
        String counting = ObjectiveQuery.bad(objective, counted, environment, track, length);
        return new Side(query, points, counting, counts(objective, track, counted, counting, length),
                counted.tail() == null ? List.of() : above(objective, track, counted.tail(), length));
    }

    /** Requests of the canary where nothing but their number is counted; NaN when that is not asked for. */
    double samples(Objective objective, Instant from) {
        if (objective.samples().isEmpty()) {
            return Double.NaN;
        }
        String query = ObjectiveQuery.samples(objective, environment, Track.CANARY, Duration.between(from, to));
        return number(objective, Track.CANARY, query).orElse(0.0);
    }

    private Optional<Counts> counts(Objective objective, Track track, Objective.Counted counted, String counting, Duration length) {
        Optional<Double> bad = number(objective, track, counting);
        Optional<Double> total = number(objective, track, ObjectiveQuery.total(objective, counted, environment, track, length));
        return bad.isEmpty() ? Optional.empty() : total.map(all -> new Counts(bad.get(), all));
    }

    private List<Double> above(Objective objective, Track track, Objective.Tail tail, Duration length) {
        List<Double> above = tail.limits().stream()
                .flatMap(limit -> number(objective, track, ObjectiveQuery.above(objective, tail, limit, environment, track, length))
                        .stream()).toList();
        return above.size() == tail.limits().size() ? above : List.of();
    }

    /** A difference of two extrapolated counters may fall a hair below zero. */
    private Optional<Double> number(Objective objective, Track track, String query) {
        return one(objective, track, query, source -> source.instant(query, to))
                .map(series -> series.samples().isEmpty() ? Double.NaN : series.samples().getLast().value())
                .filter(Double::isFinite).map(value -> Math.max(0, value));
    }

    /** In time order, each time once: sources have been seen to answer otherwise. */
    private List<Sample> points(Objective objective, Track track, String query, Instant first) {
        TreeMap<Instant, Sample> sorted = new TreeMap<>();
        one(objective, track, query, source -> source.range(query, first, to, step))
                .ifPresent(series -> series.samples().forEach(sample -> sorted.put(sample.at(), sample)));
        return List.copyOf(sorted.values());
    }

    private Optional<Series> one(Objective objective, Track track, String query, Function<MetricSource, Answer> question) {
        String what = objective.key() + " (" + track.key() + ")";
        try {
            Answer answer = question.apply(sources.apply(objective.source()));
            warnings.addAll(answer.warnings());
            if (answer.series().size() > 1) {
                lacks.add(new Lack(what, "The query answers with " + answer.series().size() + " series; it must give one.", query));
                return Optional.empty();
            }
            if (answer.series().isEmpty()) {
                lacks.add(new Lack(what, "The source has nothing for this time.", query));
            }
            return answer.series().stream().findFirst();
        } catch (FailureException problem) {
            lacks.add(new Lack(what, problem.failure().sentence(), query));
            return Optional.empty();
        }
    }
}
