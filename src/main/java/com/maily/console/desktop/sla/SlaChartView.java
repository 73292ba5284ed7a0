package com.maily.console.desktop.sla;

import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Card;
import com.maily.console.desktop.widget.ChartTime;
import com.maily.console.desktop.widget.SourceChip;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import com.maily.console.desktop.widget.TimeChart;
import com.maily.console.desktop.widget.TimeChartTable;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One objective: its newest value, its curve, where it comes from, and why there is nothing newer when there is not. */
final class SlaChartView extends StackPane {

    private final ChartTime time;
    private final Card card = new Card().dense();
    private final StateGlyph glyph = new StateGlyph(State.QUEUED, 15);
    private final Label title = Text.strong("");
    private final SourceChip source;
    private final SourceChip sampled;
    private final Label value = Text.of("–", "sla-value");
    private final Label detail = Text.dense("");
    private final Label trouble = Text.of("", "t-dense", "chart-error");
    private final Label query = Text.of("", "t-mono-small");
    private final TimeChart chart;
    private final TimeChartTable table = new TimeChartTable();
    private boolean asTable;

    SlaChartView(Theme theme, Ages ages, ChartTime time) {
        this.time = time;
        source = new SourceChip(ages);
        sampled = new SourceChip(ages);
        chart = new TimeChart(theme, time);
        HBox head = new HBox(8, glyph, title, Text.gap(), source, sampled);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox numbers = new HBox(10, value, detail);
        numbers.setAlignment(Pos.BASELINE_LEFT);
        value.setMinWidth(USE_PREF_SIZE);
        detail.setMinWidth(0);
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        StackPane curve = new StackPane(chart, table);
        curve.setMinHeight(90);
        VBox.setVgrow(curve, Priority.ALWAYS);
        card.getChildren().setAll(head, numbers, trouble, query, curve);
        card.setSpacing(4);
        getChildren().setAll(card);
        showTable(false);
    }

    /** The numbers behind the curve, for those who do not see it. */
    void showTable(boolean numbers) {
        asTable = numbers;
        Text.visible(table, numbers);
        Text.visible(chart, !numbers);
    }

    void show(SlaChart model) {
        glyph.show(model.state());
        title.setText(model.title());
        source.show(model.source());
        sampled.show(model.sampled());
        Text.visible(sampled, model.sampled().lastGood().isPresent());
        value.setText(model.value());
        value.getStyleClass().setAll("label", "sla-value");
        card.getStyleClass().setAll("card", "dense");
        if (model.data().stale()) {
            value.getStyleClass().add("stale");
            card.getStyleClass().add("stale");
        }
        detail.setText(model.detail());
        trouble.setText(model.failure().map(f -> f.what() + ": " + f.why() + " " + f.advice())
                .orElse(String.join(" ", model.warnings())));
        Text.visible(trouble, !trouble.getText().isEmpty());
        query.setText(model.query());
        query.setTooltip(new Tooltip(model.query()));
        Text.visible(query, model.failure().isPresent());
        chart.show(model.data());
        if (asTable) {
            table.show(model.data(), time.spanProperty().get());
        }
    }

    TimeChart chart() {
        return chart;
    }
}
