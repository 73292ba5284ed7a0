package com.maily.console.desktop.app;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Region;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.core.sla.MetricCurve;
import com.maily.console.core.sla.MetricFeed;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.desktop.rollout.Glance;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The figures of the glance card, from the same feed as the charts: the first objective of each of the four kinds that the
 * workspace has. With several regions it is the region that does worst, and one that nobody knows anything of is worse than any.
 */
final class FeedGlance implements Glance, AutoCloseable {

    private static final List<String> KINDS = List.of("availability", "p99", "error-rate", "users");

    private final List<List<Objective>> kinds;
    private final Subscription following;
    private volatile MetricSnapshot snapshot = MetricSnapshot.EMPTY;

    FeedGlance(List<Objective> all, MetricFeed feed, Time time) {
        this.kinds = KINDS.stream().map(kind -> first(all, kind)).filter(found -> !found.isEmpty()).toList();
        this.following = feed.follow(new HashSet<>(kinds.stream().flatMap(List::stream).map(MetricLine::total).toList()),
                newest -> snapshot = newest);
    }

    /** Of the first component that has one, in each of its regions. */
    private static List<Objective> first(List<Objective> all, String kind) {
        List<Objective> found = all.stream().filter(objective -> objective.key().equals(kind)).toList();
        return found.stream().filter(one -> base(one).equals(base(found.getFirst()))).toList();
    }

    private static String base(Objective objective) {
        return Region.baseOf(objective.component());
    }

    @Override
    public List<Metric> metrics() {
        return kinds.stream().map(regions -> metric(regions.stream().max(Comparator.comparingDouble(this::badness))
                .orElseThrow())).toList();
    }

    private double badness(Objective objective) {
        double value = snapshot.curve(MetricLine.total(objective)).flatMap(MetricCurve::last).map(Sample::value)
                .orElse(Double.NaN);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : switch (objective.bound()) {
            case AT_MOST -> value;
            case AT_LEAST -> -value;
        };
    }

    private Metric metric(Objective objective) {
        Optional<MetricCurve> curve = snapshot.curve(MetricLine.total(objective));
        Optional<Double> value = curve.flatMap(MetricCurve::last).map(Sample::value);
        return new Metric(title(objective), value, objective.unit(), value.map(objective::metBy).orElse(false),
                curve.map(MetricCurve::source)
                .orElseGet(() -> new SourceState(objective.source(), Duration.ofSeconds(5), Optional.empty(), "")),
                objective.critical(), Region.regionOf(objective.component()));
    }

    private static String title(Objective objective) {
        return switch (objective.key()) {
            case "availability" -> "Availability";
            case "p99" -> "p99";
            case "error-rate" -> "Errors";
            case "users" -> "Users";
            default -> objective.title();
        };
    }

    @Override
    public void close() {
        following.close();
    }
}
