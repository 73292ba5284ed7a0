package com.maily.console.desktop.widget;

import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.fx.Ages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Line;

/** Which line is which, and where each comes from with its age; for charts with more than one. */
public final class ChartLegend extends FlowPane {

    /** @param source empty where all lines come from the same one, which the chart's card tells already */
    private record Entry(TimeChartData.Look look, boolean stale, String name, Optional<String> source) { }

    private final Ages ages;
    private List<Entry> shown = List.of();
    private final List<Optional<AgeLabel>> labels = new ArrayList<>();

    public ChartLegend(Ages ages) {
        super(12, 2);
        this.ages = ages;
        getStyleClass().add("chart-legend");
        setMinWidth(0);
    }

    public void show(TimeChartData data) {
        List<Entry> newest = data.lines().size() < 2 ? List.of() : data.lines().stream().map(line -> new Entry(line.look(),
                data.stale(line), line.name(), data.severalSources() ? source(line) : Optional.empty())).toList();
        if (!newest.equals(shown)) {
            shown = newest;
            labels.clear();
            getChildren().setAll(newest.stream().map(this::entry).toList());
        }
        Text.visible(this, !newest.isEmpty());
        for (int i = 0; i < labels.size(); i++) {
            Optional<SourceState> source = data.lines().get(i).origin().map(TimeChartData.Origin::source);
            labels.get(i).ifPresent(label -> source.ifPresent(label::show));
        }
    }

    private static Optional<String> source(TimeChartData.Line line) {
        return line.origin().map(origin -> origin.source().name());
    }

    private HBox entry(Entry entry) {
        Line stroke = new Line(0, 0, 18, 0);
        String look = entry.stale() ? "stale" : entry.look().name().toLowerCase(Locale.ROOT);
        stroke.getStyleClass().addAll("legend-line", "line-" + look);
        for (double dash : TimeChartLines.dash(entry.look(), entry.stale())) {
            stroke.getStrokeDashArray().add(dash);
        }
        HBox box = new HBox(5, stroke, whole(Text.label(entry.name())));
        box.setAlignment(Pos.CENTER_LEFT);
        Optional<AgeLabel> age = entry.source().map(source -> {
            AgeLabel label = new AgeLabel(ages);
            box.getChildren().addAll(whole(Text.label(source)), label);
            return label;
        });
        labels.add(age);
        return box;
    }

    private static Label whole(Label label) {
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
