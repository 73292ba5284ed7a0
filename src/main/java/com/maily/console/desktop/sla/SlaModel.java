package com.maily.console.desktop.sla;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Sample;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.TimeChartData;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything the SLA screen shows.
 *
 * @param components those that have objectives, the shown one among them
 */
record SlaModel(String environment, String component, List<String> components, Duration range, List<SlaChart> charts, Instant now) {

    SlaModel {
        components = List.copyOf(components);
        charts = List.copyOf(charts);
    }

    /**
     * What is known at one moment.
     *
     * @param run     the newest run of the environment, for the phase flags
     * @param weights each change of the component's canary weight, in percent
     */
    record Known(Workspace workspace, String environment, String component, Duration range, MetricSnapshot metrics,
                 Optional<Deployment> run, List<Sample> weights, Instant now) { }

    static SlaModel of(Known known) {
        List<Objective> objectives = objectives(known.workspace(), known.component());
        List<TimeChartData.Flag> flags = known.run().map(run -> flags(run)).orElse(List.of());
        return new SlaModel(known.environment(), known.component(), components(known.workspace()), known.range(),
                objectives.stream().map(objective -> SlaCharts.chart(known, objective, flags)).toList(), known.now());
    }

    static List<String> components(Workspace workspace) {
        return workspace.objectives().stream().map(Objective::component).distinct().toList();
    }

    /** The ones people look at first come first; the rest follow in the order of the workspace file. */
    static List<Objective> objectives(Workspace workspace, String component) {
        return workspace.objectives().stream().filter(o -> o.component().equals(component) || ofAll(o))
                .sorted(Comparator.comparingInt(SlaModel::rank)).toList();
    }

    private static int rank(Objective objective) {
        return switch (objective.key()) {
            case "availability" -> 0;
            case "p99" -> 1;
            case "users" -> 2;
            case "error-rate" -> 3;
            default -> 4;
        };
    }

    /** A metric of the whole environment, such as its users, whatever component it is listed under. */
    private static boolean ofAll(Objective objective) {
        return !objective.query().contains("${component}");
    }

    /** Where each phase of the run really began; one that has not begun has no flag. */
    static List<TimeChartData.Flag> flags(Deployment run) {
        return run.plan().phases().stream().flatMap(phase -> begin(run, phase).stream()
                .map(at -> new TimeChartData.Flag(at, (run.goesBack() ? "R" : "P") + phase.number()))).toList();
    }

    private static Optional<Instant> begin(Deployment run, Phase phase) {
        return run.stepsOf(phase).stream().map(StepState::startedAt).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    long count(State state) {
        return charts.stream().filter(chart -> chart.state() == state).count();
    }
}
