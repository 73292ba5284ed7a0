package com.maily.console.sandbox.metrics.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All series of the sandbox. Meters write current values at any time; {@link #sample} keeps them all under one moment. Not
 * thread-safe: used inside the sandbox clock's lock.
 */
public final class SeriesStore {

    private final TimeAxis axis;
    private final Map<Labels, TimeSeries> all = new LinkedHashMap<>();
    private final Map<String, List<TimeSeries>> byName = new LinkedHashMap<>();
    private final List<Family> families = new ArrayList<>();

    public SeriesStore(Duration retention) {
        this.axis = new TimeAxis(retention);
    }

    /** Tells scrapers about a metric; families appear on the page in this order. */
    public void declare(Family family) {
        families.add(family);
    }

    public List<Family> families() {
        return Collections.unmodifiableList(families);
    }

    /** The series of that identity; it begins with 0 when it is new. */
    public TimeSeries series(Labels labels) {
        TimeSeries known = all.get(labels);
        return known != null ? known : add(new TimeSeries(labels, axis));
    }

    private TimeSeries add(TimeSeries series) {
        all.put(series.labels(), series);
        byName.computeIfAbsent(series.labels().name(), _ -> new ArrayList<>()).add(series);
        return series;
    }

    /** Keeps the current value of every series. */
    public void sample(Instant at) {
        axis.append(at.toEpochMilli());
        all.values().forEach(TimeSeries::sample);
    }

    public Collection<TimeSeries> all() {
        return Collections.unmodifiableCollection(all.values());
    }

    public List<TimeSeries> of(Family family) {
        return all.values().stream().filter(series -> family.owns(series.labels().name())).toList();
    }

    /** The series that all {@code matchers} accept. */
    public List<TimeSeries> select(List<Matcher> matchers) {
        return candidates(matchers).stream()
                .filter(series -> matchers.stream().allMatch(matcher -> matcher.accepts(series.labels()))).toList();
    }

    private Collection<TimeSeries> candidates(List<Matcher> matchers) {
        for (Matcher matcher : matchers) {
            if (matcher instanceof Matcher.Equal(String label, String wanted) && label.equals(Labels.NAME)) {
                return byName.getOrDefault(wanted, List.of());
            }
        }
        return all.values();
    }
}
