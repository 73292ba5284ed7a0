package com.maily.console.desktop.analysis;

import com.maily.console.core.sla.Analysis;
import com.maily.console.core.sla.Analysis.Metric;
import com.maily.console.core.sla.report.Figure;
import com.maily.console.core.sla.report.Figures;
import com.maily.console.core.sla.report.Report;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.ChartTime;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import com.maily.console.desktop.widget.TimeChartData;
import com.maily.console.desktop.widget.TimeChartTable;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The chosen metric: why it has its word, its three charts, and what was asked, to be copied. */
final class MetricView extends VBox {

    private final ObjectProperty<@Nullable Double> time = new SimpleObjectProperty<>();
    private final StateGlyph glyph = new StateGlyph(State.QUEUED, 15);
    private final Label title = Text.strong("");
    private final Label method = Text.label("");
    private final Label sentence = Text.body("");
    private final FigureView series;
    private final FigureView difference;
    private final FigureView distribution;
    private final Label seriesTitle = Text.of("", "t-dense-strong");
    private final Label differenceTitle = Text.of("", "t-dense-strong");
    private final Label distributionTitle = Text.of("", "t-dense-strong");
    private final VBox charts;
    private final TimeChartTable table = new TimeChartTable();
    private final VBox queries = new VBox(6);

    MetricView(Theme theme) {
        super(10);
        getStyleClass().addAll("card", "dense");
        series = new FigureView(theme, time);
        difference = new FigureView(theme, time);
        distribution = new FigureView(theme, new SimpleObjectProperty<>());
        HBox head = new HBox(8, glyph, title, Text.gap(), method);
        head.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(0);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox pair = new HBox(16, chart(differenceTitle, difference), chart(distributionTitle, distribution));
        charts = new VBox(10, legend(), chart(seriesTitle, series), pair);
        table.setPrefHeight(340);
        getChildren().setAll(head, sentence, charts, Text.visible(table, false), queries);
    }

    private static HBox legend() {
        HBox legend = new HBox(6, Text.of("━", "legend-canary"), Text.label("canary"), Text.of("╌╌", "t-label"),
                Text.label("stable"),
                Text.of("╌ ╌", "t-label"), Text.label("limit"), swatch(), Text.label("where the judge says the difference lies"));
        legend.setAlignment(Pos.CENTER_LEFT);
        return legend;
    }

    private static Region swatch() {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "interval");
        return swatch;
    }

    private static VBox chart(Label title, FigureView figure) {
        VBox chart = new VBox(2, title, figure);
        title.setMinWidth(0);
        HBox.setHgrow(chart, Priority.ALWAYS);
        chart.setMinWidth(0);
        chart.setPrefWidth(300);
        return chart;
    }

    /** The numbers behind the curves, for those who do not see them. */
    void showTable(boolean numbers) {
        Text.visible(charts, !numbers);
        Text.visible(table, numbers);
    }

    void show(Analysis analysis, Metric metric, Figures figures) {
        glyph.show(State.of(metric.word()));
        title.setText(metric.objective().title());
        method.setText(metric.method());
        sentence.setText(metric.sentence());
        show(series, seriesTitle, figures.series());
        show(difference, differenceTitle, figures.difference());
        show(distribution, distributionTitle, figures.distribution());
        table.show(points(analysis, metric), new ChartTime.Span(analysis.from(), analysis.to()));
        queries.getChildren().setAll(Report.queries(metric).stream().map(MetricView::row).toList());
    }

    private static void show(FigureView view, Label title, Figure figure) {
        view.show(figure);
        title.setText(figure.title());
    }

    private static TimeChartData points(Analysis analysis, Metric metric) {
        return new TimeChartData(metric.objective().title(), metric.objective().unit(), List.of(
                new TimeChartData.Line("canary", TimeChartData.Look.CANARY, metric.canary().points()),
                new TimeChartData.Line("stable", TimeChartData.Look.STABLE, metric.stable().points())), Optional.empty(),
                        List.of(),
                List.of(), List.of(), analysis.step(), false, 0, Double.POSITIVE_INFINITY, "no samples in this window");
    }

    private static HBox row(Report.Query query) {
        Label purpose = Text.label(query.purpose());
        purpose.setMinWidth(136);
        Label text = Text.of(query.text().replaceAll("\\s+", " "), "t-mono-small");
        text.setMinWidth(0);
        text.setTooltip(new Tooltip(query.text()));
        Button copy = Buttons.icon("fth-copy", "Copy the query for " + query.purpose(), () -> Copying.text(query.text()));
        HBox row = new HBox(8, purpose, text, Text.gap(), copy);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    List<FigureView> figures() {
        return List.of(series, difference, distribution);
    }
}
