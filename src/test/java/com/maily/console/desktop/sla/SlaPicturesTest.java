package com.maily.console.desktop.sla;

import com.maily.console.core.journal.History;
import com.maily.console.core.model.ClockSetting;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import com.maily.console.core.sla.AlertReading;
import com.maily.console.core.sla.AlertSnapshot;
import com.maily.console.core.sla.AlertSpan;
import com.maily.console.core.sla.MetricCurve;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.core.sla.budget.BurnWindow;
import com.maily.console.desktop.Pictures;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryMetrics;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.ChartTime;
import com.maily.console.desktop.widget.ChartExport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SlaPicturesTest {

    private static final SlaActions NOTHING = new SlaActions() {
        @Override
        public void choose(SlaChoice choice) { }

        @Override
        public void range(SlaRange range) { }

        @Override
        public void links(Links.Place place, Consumer<List<Links.Link>> known) { }

        @Override
        public void open(URI page) { }

        @Override
        public void searchLogs(String component, ChartTime.Span span) { }
    };
    private static final ChartExport.Places NOWHERE = new ChartExport.Places() {
        @Override
        public Optional<Path> choose(String name) {
            return Optional.empty();
        }

        @Override
        public boolean mayReplace(Path existing) {
            return false;
        }
    };
    private static final SourceState ALERTMANAGER = new SourceState("Alertmanager", Duration.ofSeconds(5), Optional.of(Story.NOW), "");

    private static SlaView view(Theme theme, SlaChoice choice, SlaRange range, MetricSnapshot metrics, Workspace workspace) {
        SlaView view = new SlaView("production", theme, new Ages(Time.WALL, Story.NOW), new ChartExport(NOWHERE, _ -> { }), NOTHING);
        Map<String, List<Sample>> weights = Map.of("api", List.of(new Sample(Story.at("02:56:40"), 5), new Sample(Story.at("03:02:40"), 10),
                new Sample(Story.at("03:09:00"), 25)));
        view.show(SlaModel.of(new SlaModel.Known(workspace, "production", choice, range, metrics, history(), weights,
                alerts(), new SlaPoints(), Story.NOW)));
        view.beneath(budget(theme, choice, workspace));
        return view;
    }

    /** The api does well and has counts of a month; the others burn, and have been counted for three hours. */
    private static SlaBudgetView budget(Theme theme, SlaChoice choice, Workspace workspace) {
        SlaBudgetView budget = new SlaBudgetView(theme, new Ages(Time.WALL, Story.NOW));
        List<Objective> counted = choice.overview() ? List.of() : workspace.objectivesOf(choice.component()).stream()
                .filter(objective -> objective.counted() != null).toList();
        budget.choices(counted.stream().map(Objective::key).toList(), "availability", _ -> { });
        boolean well = choice.component().equals("api");
        counted.stream().findFirst().ifPresent(objective -> budget.show(SlaBudget.of(SlaBudgetTest.burning(objective, well ? 0.3 : 20,
                well ? BurnWindow.PERIOD : BurnWindow.H2), Story.NOW)));
        return budget;
    }

    private static History history() {
        return Story.history();
    }

    private static AlertSnapshot alerts() {
        return new AlertSnapshot(List.of(new AlertReading(ALERTMANAGER, List.of(span("HighLatency", "api", "02:20:00",
                Optional.of(Story.at("02:43:00"))), span("ErrorBudgetBurn", "ai-service", "03:00:00", Optional.empty())), Optional.empty())));
    }

    private static AlertSpan span(String name, String component, String from, Optional<Instant> to) {
        return new AlertSpan(new Alert(name, name, "Alertmanager", Alert.State.FIRING, "critical", component, "", Story.at(from),
                Optional.empty(), Map.of()), Story.at(from), to, ALERTMANAGER);
    }

    @Test
    void live() throws Exception {
        Pictures.of("sla", theme -> {
            SlaView view = view(theme, SlaChoice.of("api"), SlaRange.TWO_HOURS, StoryMetrics.metrics(Duration.ofSeconds(2)), StoryMetrics.workspace());
            view.time().cursorProperty().set(Story.at("03:05:20"));
            return view;
        });
    }

    @Test
    void overview() throws Exception {
        Pictures.of("sla-overview", theme -> view(theme, new SlaChoice("", ""), SlaRange.SIX_HOURS,
                StoryMetrics.metrics(Duration.ofSeconds(2)), StoryMetrics.workspace()));
    }

    @Test
    void stale() throws Exception {
        Pictures.of("sla-stale", theme -> view(theme, SlaChoice.of("ai-service"), SlaRange.TWO_HOURS,
                StoryMetrics.metrics(Duration.ofMinutes(8)), StoryMetrics.workspace()));
    }

    @Test
    void loading() throws Exception {
        Pictures.of("sla-loading", theme -> view(theme, SlaChoice.of("api"), SlaRange.WEEK, MetricSnapshot.EMPTY, StoryMetrics.workspace()));
    }

    @Test
    void empty() throws Exception {
        Workspace none = new Workspace("maily", List.of(), List.of(), List.of(), Map.of(), Map.of(), List.of(), ClockSetting.WALL);
        Pictures.of("sla-empty", theme -> view(theme, SlaChoice.of("api"), SlaRange.DAY, MetricSnapshot.EMPTY, none));
    }

    /** One source refuses, one warns, two answer. */
    @Test
    void partial() throws Exception {
        Map<MetricLine, MetricCurve> curves = new HashMap<>(StoryMetrics.metrics(Duration.ofSeconds(2)).curves());
        Failure refused = new Failure.Rejected("Prometheus refused the query", "parse error at char 12: unexpected '}'.",
                "Mend the query in the workspace file.");
        curves.replaceAll((line, was) -> !line.objective().component().equals("api") ? was : switch (line.objective().key()) {
            case "p99" -> new MetricCurve(line, List.of(), was.step(), new SourceState("Prometheus", Duration.ofSeconds(5), Optional.empty(),
                    refused.what()), was.query(), List.of(), Optional.of(refused));
            case "users" -> new MetricCurve(line, was.samples(), was.step(), was.source(), was.query(),
                    List.of("results may be incomplete: 1 of 3 stores did not answer"), Optional.empty());
            default -> was;
        });
        for (SlaChoice choice : List.of(SlaChoice.of("api"), new SlaChoice("", ""))) {
            Pictures.of(choice.overview() ? "sla-partial-overview" : "sla-partial", theme -> view(theme, choice, SlaRange.TWO_HOURS,
                    new MetricSnapshot(curves), StoryMetrics.workspace()));
        }
    }

    /** Prometheus and Datadog measure the same, and Datadog has fallen silent. */
    @Test
    void sources() throws Exception {
        Workspace story = StoryMetrics.workspace();
        Map<MetricLine, MetricCurve> curves = new HashMap<>(StoryMetrics.metrics(Duration.ofSeconds(2)).curves());
        List<Objective> both = new ArrayList<>(story.objectives());
        story.objectives().stream().filter(one -> one.component().equals("api") && one.key().equals("p99")).forEach(one -> {
            Objective second = new Objective("p99-datadog", one.title(), "api", "datadog", "p99:maily.http{service:${component}}", "",
                    one.unit(), one.bound(), one.limit(), true);
            both.add(second);
            MetricCurve first = curves.get(MetricLine.total(one));
            List<Sample> samples = first.samples().stream().filter(sample -> sample.at().isBefore(Story.NOW.minusSeconds(900)))
                    .map(sample -> new Sample(sample.at(), sample.value() * 1.08)).toList();
            curves.put(MetricLine.total(second), new MetricCurve(MetricLine.total(second), samples, first.step(),
                    new SourceState("Datadog", Duration.ofSeconds(15), Optional.of(Story.NOW.minusSeconds(880)), "timed out"),
                    second.query(), List.of(), Optional.empty()));
        });
        Workspace two = new Workspace(story.name(), story.components(), story.environments(), both, Map.of(), Map.of(), List.of(),
                ClockSetting.WALL);
        Pictures.of("sla-sources", theme -> view(theme, SlaChoice.of("api"), SlaRange.TWO_HOURS, new MetricSnapshot(curves), two));
    }
}
