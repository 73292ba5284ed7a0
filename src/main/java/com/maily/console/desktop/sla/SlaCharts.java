package com.maily.console.desktop.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.MetricCurve;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.TimeChartData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Works out the charts from the objectives and what their sources answered. */
final class SlaCharts {

    /** What several sources measure of one component is one chart. */
    private record Measured(String component, String title, String unit) { }

    private final SlaModel.Known known;
    private final Instant from;
    private final List<TimeChartData.Flag> flags;

    SlaCharts(SlaModel.Known known) {
        this.known = known;
        this.from = known.now().minus(known.range().reach());
        this.flags = SlaFlags.of(known.history(), known.environment(), from);
    }

    List<SlaChart> all() {
        Map<Measured, List<Objective>> groups = new LinkedHashMap<>();
        known.choice().of(known.workspace()).forEach(objective -> groups.computeIfAbsent(new Measured(objective.component(),
                objective.title(), objective.unit()), _ -> new ArrayList<>()).add(objective));
        return groups.values().stream().map(this::chart).toList();
    }

    private SlaChart chart(List<Objective> objectives) {
        // The first that knows the present speaks for all; where none does, the first named.
        Objective objective = objectives.stream().filter(this::fresh).findFirst().orElse(objectives.getFirst());
        Optional<MetricCurve> total = curve(objective);
        Optional<Sample> last = total.flatMap(MetricCurve::last);
        boolean fresh = fresh(objective);
        State state = objectives.stream().anyMatch(one -> fresh(one) && !met(one)) ? State.FAILED : fresh ? State.DONE
                : total.isEmpty() || last.isEmpty() && total.get().failure().isEmpty() ? State.QUEUED : State.STALE;
        List<MetricCurve> curves = objectives.stream().map(this::curve).flatMap(Optional::stream).toList();
        return new SlaChart(objective.component() + "/" + objective.key(), objective.key(), objective.component(), objective.title(),
                state, value(objective, last), detail(objective, last, fresh),
                data(objectives, objective, total, last.isPresent() && !fresh), total.map(MetricCurve::source).orElse(
                        new SourceState(said(objective.source()), Duration.ofSeconds(5), Optional.empty(), "")),
                new SourceState("sample", sampled(total), last.map(Sample::at), ""), total.map(MetricCurve::query).orElse(""),
                curves.stream().flatMap(curve -> curve.warnings().stream().map(warning -> curve.source().name() + " says: "
                        + warning)).distinct().toList(),
                curves.stream().flatMap(curve -> curve.failure().stream()).findFirst());
    }

    private Optional<MetricCurve> curve(Objective objective) {
        return known.metrics().curve(MetricLine.total(objective));
    }

    private boolean fresh(Objective objective) {
        return curve(objective).filter(curve -> curve.fresh(known.now())).isPresent();
    }

    private boolean met(Objective objective) {
        return curve(objective).flatMap(MetricCurve::last).filter(last -> objective.metBy(last.value())).isPresent();
    }

    private TimeChartData data(List<Objective> objectives, Objective first, Optional<MetricCurve> total, boolean stale) {
        List<TimeChartData.Band> bands = Stream.concat(
                total.map(curve -> SlaBands.missed(first, curve)).orElse(List.of()).stream(),
                SlaBands.alerts(known.alerts(), first.component(), from, known.now()).stream()).toList();
        return new TimeChartData(first.title(), first.unit(), new SlaLines(known).of(objectives),
                Optional.of(new TimeChartData.Limit(first.limit(), limit(first))), flags, bands,
                known.weights().getOrDefault(first.component(), List.of()),
                total.map(MetricCurve::step).orElse(Duration.ofSeconds(15)), stale, 0,
                first.unit().equals("%") ? 100 : Double.POSITIVE_INFINITY, nothing(first, total));
    }

    /** Not asked yet, asked in vain and answered with nothing are three things. */
    private String nothing(Objective objective, Optional<MetricCurve> total) {
        String name = total.map(curve -> curve.source().name()).orElse(said(objective.source()));
        return total.flatMap(MetricCurve::failure).isPresent() ? name + " did not tell"
                : total.filter(curve -> curve.source().lastGood().isPresent()).isPresent() ? "no samples in this range"
                : "asking " + name + " …";
    }

    /** A sample is as old as its step even from a source that answers all the time. */
    private static Duration sampled(Optional<MetricCurve> total) {
        return total.map(curve -> curve.step().plus(curve.source().interval())).orElse(Duration.ofSeconds(15));
    }

    private static String said(String key) {
        return key.isEmpty() ? key : Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    private static String limit(Objective objective) {
        return (objective.key().equals("users") ? "tested " : "SLO ") + TimeChartData.plain(objective.limit()) + " "
                + objective.unit();
    }

    private static String value(Objective objective, Optional<Sample> last) {
        return last.map(sample -> TimeChartData.number(sample.value()) + " " + objective.unit()).orElse("–");
    }

    private static String detail(Objective objective, Optional<Sample> last, boolean fresh) {
        String target = switch (objective.bound()) {
            case AT_MOST -> "at most ";
            case AT_LEAST -> "at least ";
        } + TimeChartData.plain(objective.limit()) + " " + objective.unit();
        if (last.isPresent() && !fresh) {
            return "as of " + Format.clock(last.get().at()) + ", " + target;
        }
        return last.map(sample -> objective.metBy(sample.value()) ? target
                : target + ", missed by " + TimeChartData.number(Math.abs(sample.value() - objective.limit()))).orElse(target);
    }
}
