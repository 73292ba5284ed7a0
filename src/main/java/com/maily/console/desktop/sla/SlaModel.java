package com.maily.console.desktop.sla;

import com.maily.console.core.journal.History;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Sample;
import com.maily.console.core.sla.AlertSnapshot;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything the SLA screen shows.
 *
 * @param components those that have objectives
 * @param objectives the keys of all objectives
 */
record SlaModel(String environment, SlaChoice choice, List<String> components, List<String> objectives, SlaRange range,
                List<SlaChart> charts, Instant now) {

    SlaModel {
        components = List.copyOf(components);
        objectives = List.copyOf(objectives);
        charts = List.copyOf(charts);
    }

    /**
     * What is known at one moment.
     *
     * @param weights each change of a component's canary weight, in percent, by component
     */
    record Known(Workspace workspace, String environment, SlaChoice choice, SlaRange range, MetricSnapshot metrics,
                 History history, Map<String, List<Sample>> weights, AlertSnapshot alerts, SlaPoints points, Instant now) { }

    static SlaModel of(Known known) {
        return new SlaModel(known.environment(), known.choice(), components(known.workspace()),
                known.workspace().objectives().stream().map(Objective::key).distinct().toList(), known.range(),
                new SlaCharts(known).all(), known.now());
    }

    static List<String> components(Workspace workspace) {
        return workspace.objectives().stream().map(Objective::component).distinct().toList();
    }

    long count(State state) {
        return charts.stream().filter(chart -> chart.state() == state).count();
    }
}
