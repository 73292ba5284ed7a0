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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks one source for its lines, and keeps what it answered. Used by one thread. */
final class MetricPoll {

    private static final int AT_ONCE = 4;

    private final String environment;
    private final String name;
    private final Supplier<MetricSource> source;
    private final Time time;
    private final MetricPace pace;
    private final Map<MetricLine, MetricCurve> kept = new LinkedHashMap<>();

    MetricPoll(String environment, String name, Supplier<MetricSource> source, Time time, MetricPace pace) {
        this.environment = environment;
        this.name = name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        this.source = source;
        this.time = time;
        this.pace = pace;
    }

    /** One pass over {@code lines}. Once the source turns out to be away, the rest of the pass is not asked. */
    Map<MetricLine, MetricCurve> pass(Set<MetricLine> lines) {
        Optional<Failure> away = Optional.empty();
        for (List<MetricLine> together : groups(lines)) {
            List<MetricCurve> before = together.stream().map(line -> kept.getOrDefault(line, nothing(line))).toList();
            Optional<Failure> gone = away;
            List<MetricCurve> after = gone.isPresent() ? before.stream().map(curve -> failed(curve, gone.get())).toList() : ask(before);
            away = gone.or(() -> after.stream().flatMap(curve -> curve.failure().stream()).filter(MetricPoll::meansAway).findFirst());
            after.forEach(curve -> kept.put(curve.line(), curve));
        }
        // What nobody looks at now stays known: whoever comes back sees it with its age, and only what is new is asked for.
        return lines.stream().collect(Collectors.toUnmodifiableMap(line -> line, kept::get));
    }

    /** The first alone, to learn whether the source is there; then a few at a time, so that a pass is not as long as its answers in a row. */
    private static List<List<MetricLine>> groups(Set<MetricLine> lines) {
        List<MetricLine> all = List.copyOf(lines);
        List<List<MetricLine>> groups = new ArrayList<>();
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from == 0 ? 1 : from + AT_ONCE);
            groups.add(all.subList(from, to));
            from = to;
        }
        return groups;
    }

    private List<MetricCurve> ask(List<MetricCurve> before) {
        if (before.size() == 1) {
            return List.of(ask(before.getFirst()));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return before.stream().map(curve -> CompletableFuture.supplyAsync(() -> ask(curve), threads)).toList().stream()
                    .map(CompletableFuture::join).toList();
        }
    }

    private MetricCurve nothing(MetricLine line) {
        return new MetricCurve(line, List.of(), pace.step(), new SourceState(name, pace.interval(), Optional.empty(), ""),
                line.query(environment, pace.window()), List.of(), Optional.empty());
    }

    private MetricCurve ask(MetricCurve before) {
        Instant to = floor(time.instant());
        Instant oldest = to.minus(pace.reach());
        // The newest samples are asked for again: a scrape that came in late has since changed them, or filled what was missing.
        Instant from = before.samples().isEmpty() ? oldest : before.samples().getLast().at().minus(pace.step());
        try {
            MetricSource.Answer answer = source.get().range(before.query(), from.isBefore(oldest) ? oldest : from, to, pace.step());
            List<Sample> fresh = answer.series().isEmpty() ? List.of() : answer.series().getFirst().samples();
            return new MetricCurve(before.line(), joined(before.samples(), fresh, from, oldest), pace.step(),
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

    private static List<Sample> joined(List<Sample> before, List<Sample> fresh, Instant from, Instant oldest) {
        List<Sample> all = new ArrayList<>(before.size() + fresh.size());
        before.stream().filter(sample -> sample.at().isBefore(from) && !sample.at().isBefore(oldest)).forEach(all::add);
        all.addAll(fresh);
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
