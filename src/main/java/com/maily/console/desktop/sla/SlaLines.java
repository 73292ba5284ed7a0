package com.maily.console.desktop.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.sla.MetricCurve;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricLine.Side;
import com.maily.console.desktop.widget.TimeChartData.Line;
import com.maily.console.desktop.widget.TimeChartData.Look;
import com.maily.console.desktop.widget.TimeChartData.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which curves an objective is followed by, and how each is drawn. */
final class SlaLines {

    private final SlaModel.Known known;

    SlaLines(SlaModel.Known known) {
        this.known = known;
    }

    /** What has to be asked for; the tracks apart only where there is room to tell them apart. */
    static Set<MetricLine> wanted(SlaChoice choice, List<Objective> objectives, boolean splits) {
        Set<MetricLine> lines = new HashSet<>();
        for (Objective objective : objectives) {
            lines.add(MetricLine.total(objective));
            if (splits && !choice.overview() && objective.query().contains("${track")) {
                lines.add(MetricLine.of(objective, Side.CANARY));
                lines.add(MetricLine.of(objective, Side.STABLE));
            }
        }
        return lines;
    }

    /** All traffic by each source, then the first source's tracks while there is a canary. */
    List<Line> of(List<Objective> objectives) {
        List<Line> lines = new ArrayList<>();
        List<Look> looks = List.of(Look.SINGLE, Look.SECOND, Look.THIRD);
        for (int i = 0; i < objectives.size(); i++) {
            Look look = i == 0 && objectives.get(i).key().equals("users") ? Look.VOLUME
                    : looks.get(Math.min(i, looks.size() - 1));
            known.metrics().curve(MetricLine.total(objectives.get(i))).ifPresent(curve -> lines.add(line("all", look, curve)));
        }
        Optional<MetricCurve> canary = track(objectives.getFirst(), Side.CANARY);
        if (canary.isPresent()) {
            track(objectives.getFirst(), Side.STABLE).ifPresent(curve -> lines.add(line("stable", Look.STABLE, curve)));
            lines.add(line("canary", Look.CANARY, canary.get()));
        }
        return lines;
    }

    private Optional<MetricCurve> track(Objective objective, Side side) {
        return known.choice().overview() ? Optional.empty()
                : known.metrics().curve(MetricLine.of(objective, side)).filter(curve -> curve.last().isPresent());
    }

    private Line line(String name, Look look, MetricCurve curve) {
        // A canary that has ended has no present to be measured; only its source can be.
        boolean stale = look == Look.CANARY || look == Look.STABLE ? curve.failure().isPresent() : !curve.fresh(known.now());
        return new Line(name, look, known.points().of(curve), stale,
                Optional.of(new Origin(curve.source(), curve.query(), curve.step())));
    }
}
