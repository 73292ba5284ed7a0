package com.maily.console.core.sla;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Asks one source for its lines, and keeps what it answered. Used by one thread. */
final class MetricPoll {

    private final String environment;
    private final String name;
    private final Supplier<MetricSource> source;
    private final Time time;
    private final MetricPace pace;
    private final Map<MetricLine, MetricCurve> kept = new LinkedHashMap<>();

    MetricPoll(String environment, String name, Supplier<MetricSource> source, Time time, MetricPace pace) {
        this.environment = environment;
        this.name = name;
        this.source = source;
        this.time = time;
        this.pace = pace;
    }

    /** One pass over {@code lines}. Once the source turns out to be away, the rest of the pass is not asked. */
    Map<MetricLine, MetricCurve> pass(Set<MetricLine> lines) {
        kept.keySet().retainAll(lines);
        Optional<Failure> away = Optional.empty();
        for (MetricLine line : lines) {
            MetricCurve before = kept.getOrDefault(line, nothing(line));
            MetricCurve after = away.isPresent() ? failed(before, away.get()) : ask(before);
            away = away.or(() -> after.failure().filter(MetricPoll::meansAway));
            kept.put(line, after);
        }
        return Map.copyOf(kept);
    }

    private MetricCurve nothing(MetricLine line) {
        return new MetricCurve(line, List.of(), pace.step(), new SourceState(name, pace.interval(), Optional.empty(), ""),
                line.query(environment, pace.window()), List.of(), Optional.empty());
    }

    private MetricCurve ask(MetricCurve before) {
        Instant to = floor(time.instant());
        Instant oldest = to.minus(pace.reach());
        Instant from = before.samples().isEmpty() ? oldest : before.samples().getLast().at().plus(pace.step());
        try {
            MetricSource.Answer answer = from.isAfter(to) ? source.get().instant(before.query(), time.instant())
                    : source.get().range(before.query(), from, to, pace.step());
            List<Sample> fresh = from.isAfter(to) || answer.series().isEmpty() ? List.of() : answer.series().getFirst().samples();
            return new MetricCurve(before.line(), joined(before.samples(), fresh, oldest), pace.step(),
                    new SourceState(name, pace.interval(), Optional.of(time.instant()), ""), before.query(), answer.warnings(),
                    Optional.empty());
        } catch (FailureException e) {
            return failed(before, e.failure());
        } catch (RuntimeException e) {
            return failed(before, new Failure.Defect("The question to " + name + " failed", String.valueOf(e.getMessage()),
                    "Report this with the query beside it."));
        }
    }

    private static MetricCurve failed(MetricCurve before, Failure failure) {
        SourceState was = before.source();
        return new MetricCurve(before.line(), before.samples(), before.step(),
                new SourceState(was.name(), was.interval(), was.lastGood(), failure.what()), before.query(), before.warnings(),
                Optional.of(failure));
    }

    private static List<Sample> joined(List<Sample> before, List<Sample> fresh, Instant oldest) {
        List<Sample> all = new ArrayList<>(before.size() + fresh.size());
        before.stream().filter(sample -> !sample.at().isBefore(oldest)).forEach(all::add);
        Instant last = all.isEmpty() ? Instant.MIN : all.getLast().at();
        fresh.stream().filter(sample -> sample.at().isAfter(last)).forEach(all::add);
        return all;
    }

    /** A wrong query concerns one line; these concern all of them. */
    private static boolean meansAway(Failure failure) {
        return switch (failure) {
            case Failure.Unreachable _, Failure.Denied _, Failure.Throttled _, Failure.TimedOut _ -> true;
            case Failure.Missing _, Failure.Conflict _, Failure.Rejected _, Failure.Defect _ -> false;
        };
    }

    private Instant floor(Instant at) {
        Duration step = pace.step();
        return Instant.ofEpochSecond(at.getEpochSecond() / step.toSeconds() * step.toSeconds());
    }
}
