package com.maily.console.desktop.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.MetricCurve;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricLine.Side;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.TimeChartData;
import com.maily.console.desktop.widget.TimeChartData.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out one chart from an objective and what its source answered. */
final class SlaCharts {

    private SlaCharts() { }

    static SlaChart chart(SlaModel.Known known, Objective objective, List<TimeChartData.Flag> flags) {
        Optional<MetricCurve> total = known.metrics().curve(MetricLine.total(objective));
        Optional<Sample> last = total.flatMap(MetricCurve::last);
        boolean fresh = total.filter(curve -> curve.fresh(known.now())).isPresent();
        State state = total.isEmpty() || last.isEmpty() && total.get().failure().isEmpty() ? State.QUEUED
                : !fresh ? State.STALE : objective.metBy(last.orElseThrow().value()) ? State.DONE : State.FAILED;
        boolean share = objective.unit().equals("%");
        TimeChartData data = new TimeChartData(objective.title(), objective.unit(), lines(known, objective, total),
                Optional.of(new TimeChartData.Limit(objective.limit(), limit(objective))), flags, breaches(objective, total),
                known.weights(),
                total.map(MetricCurve::step).orElse(Duration.ofSeconds(15)), total.isPresent() && last.isPresent() && !fresh, 0,
                share ? 100 : Double.POSITIVE_INFINITY);
        return new SlaChart(objective.key(), objective.title(), state, value(objective, last), detail(objective, last, fresh),
                data,
                total.map(MetricCurve::source).orElse(new SourceState(said(objective.source()), Duration.ofSeconds(5),
                        Optional.empty(), "")),
                new SourceState("sample", sampled(total), last.map(Sample::at), ""),
                total.map(MetricCurve::query).orElse(""), total.map(MetricCurve::warnings).orElse(List.of()),
                total.flatMap(MetricCurve::failure));
    }

    /** A sample is as old as its step even from a source that answers all the time. */
    private static Duration sampled(Optional<MetricCurve> total) {
        return total.map(curve -> curve.step().plus(curve.source().interval())).orElse(Duration.ofSeconds(15));
    }

    private static String said(String key) {
        return key.isEmpty() ? key : Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    private static List<TimeChartData.Line> lines(SlaModel.Known known, Objective objective, Optional<MetricCurve> total) {
        List<TimeChartData.Line> lines = new ArrayList<>();
        total.ifPresent(curve -> lines.add(new TimeChartData.Line("all", objective.key().equals("users") ? Look.VOLUME
                : Look.SINGLE,
                curve.samples())));
        known.metrics().curve(MetricLine.of(objective, Side.CANARY)).filter(curve -> curve.last().isPresent())
                .ifPresent(curve -> lines.add(new TimeChartData.Line("canary", Look.CANARY, curve.samples())));
        return lines;
    }

    /** The times in which the limit was missed. */
    static List<TimeChartData.Band> breaches(Objective objective, Optional<MetricCurve> total) {
        List<TimeChartData.Band> bands = new ArrayList<>();
        Instant from = null;
        Instant until = null;
        for (Sample sample : total.map(MetricCurve::samples).orElse(List.of())) {
            boolean bad = !Double.isNaN(sample.value()) && !objective.metBy(sample.value());
            if (bad) {
                from = from == null ? sample.at() : from;
                until = sample.at();
            } else if (from != null) {
                bands.add(new TimeChartData.Band(from, until));
                from = null;
            }
        }
        if (from != null) {
            bands.add(new TimeChartData.Band(from, until));
        }
        return bands;
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
            return "as of " + last.get().at().toString().substring(11, 19) + ", " + target;
        }
        return last.map(sample -> objective.metBy(sample.value()) ? target
                : target + ", missed by " + TimeChartData.number(Math.abs(sample.value() - objective.limit()))).orElse(target);
    }
}
