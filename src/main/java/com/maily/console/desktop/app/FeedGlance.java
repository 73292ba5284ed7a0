package com.maily.console.desktop.app;

import com.maily.console.core.model.Objective;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The figures of the glance card, from the same feed as the charts: the first objective of each of the four kinds that the workspace has. */
final class FeedGlance implements Glance, AutoCloseable {

    private static final List<String> KINDS = List.of("availability", "p99", "error-rate", "users");

    private final List<Objective> objectives;
    private final Subscription following;
    private volatile MetricSnapshot snapshot = MetricSnapshot.EMPTY;

    FeedGlance(List<Objective> all, MetricFeed feed, Time time) {
        this.objectives = KINDS.stream().flatMap(kind -> first(all, kind)).toList();
        this.following = feed.follow(new HashSet<>(objectives.stream().map(MetricLine::total).toList()), newest -> snapshot = newest);
    }

    private static Stream<Objective> first(List<Objective> all, String kind) {
        return all.stream().filter(objective -> objective.key().equals(kind)).limit(1);
    }

    @Override
    public List<Metric> metrics() {
        return objectives.stream().map(this::metric).toList();
    }

    private Metric metric(Objective objective) {
        Optional<MetricCurve> curve = snapshot.curve(MetricLine.total(objective));
        Optional<Double> value = curve.flatMap(MetricCurve::last).map(Sample::value);
        return new Metric(title(objective), value, objective.unit(), value.map(objective::metBy).orElse(false),
                curve.map(MetricCurve::source).orElseGet(() -> new SourceState(objective.source(), Duration.ofSeconds(5), Optional.empty(), "")),
                objective.critical());
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
