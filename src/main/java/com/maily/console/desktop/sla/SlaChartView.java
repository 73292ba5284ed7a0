package com.maily.console.desktop.sla;

import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Card;
import com.maily.console.desktop.widget.ChartLegend;
import com.maily.console.desktop.widget.SourceChip;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import com.maily.console.desktop.widget.TimeChart;
import com.maily.console.desktop.widget.TimeChartTable;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One objective: its newest value, its curves, where they come from, and why there is nothing newer when there is not. */
final class SlaChartView extends StackPane {

    private final SlaDesk desk;
    private final boolean compact;
    private final Card card = new Card().dense();
    private final StateGlyph glyph = new StateGlyph(State.QUEUED, 15);
    private final Label title = Text.strong("");
    private final SourceChip source;
    private final SourceChip sampled;
    private final Label value = Text.of("–", "sla-value");
    private final Label detail = Text.dense("");
    private final Label trouble = Text.of("", "t-dense", "chart-error");
    private final Label query = Text.of("", "t-mono-small");
    private final Tooltip whole = new Tooltip();
    private final ChartLegend legend;
    private final TimeChart chart;
    private final TimeChartTable table = new TimeChartTable();
    private final SlaChartMenu menu;
    private final Button more;
    private boolean asTable;
    private boolean narrow;

    /** @param compact one of many: smaller, its words cut short and whole in a tooltip */
    SlaChartView(SlaDesk desk, boolean compact) {
        this.desk = desk;
        this.compact = compact;
        source = new SourceChip(desk.ages());
        sampled = new SourceChip(desk.ages());
        legend = new ChartLegend(desk.ages());
        chart = new TimeChart(desk.theme(), desk.time());
        menu = new SlaChartMenu(desk, chart, () -> showTable(!asTable));
        more = Buttons.icon("fth-more-vertical", "Save, or open elsewhere", this::openMenu);
        chart.onMenu(_ -> openMenu());
        StackPane curve = new StackPane(chart, table);
        curve.setMinHeight(60);
        VBox.setVgrow(curve, Priority.ALWAYS);
        trouble.setWrapText(!compact);
        trouble.setMinHeight(USE_PREF_SIZE);
        query.setTooltip(whole);
        trouble.setTooltip(whole);
        value.setMinWidth(USE_PREF_SIZE);
        title.setMinWidth(40);
        detail.setMinWidth(0);
        card.getChildren().setAll(head(), numbers(), legend, trouble, query, curve);
        card.setSpacing(compact ? 1 : 4);
        getChildren().setAll(card);
        addEventHandler(KeyEvent.KEY_PRESSED, menu::key);
        showTable(false);
    }

    private HBox head() {
        HBox head = compact ? new HBox(6, glyph, title, Text.gap(), more) : new HBox(8, glyph, title, Text.gap(), source, more);
        head.setAlignment(Pos.CENTER_LEFT);
        source.setMinWidth(USE_PREF_SIZE);
        sampled.setMinWidth(USE_PREF_SIZE);
        return head;
    }

    private HBox numbers() {
        HBox numbers = compact ? new HBox(8, value, detail, Text.gap(), source) : new HBox(10, value, detail, Text.gap(), sampled);
        numbers.setAlignment(Pos.BASELINE_LEFT);
        return numbers;
    }

    /** Whether so many stand side by side that its value must be smaller. */
    void narrow(boolean isNarrow) {
        narrow = isNarrow;
    }

    /** The numbers behind the curve, for those who do not see it. */
    void showTable(boolean numbers) {
        asTable = numbers;
        Text.visible(table, numbers);
        Text.visible(chart, !numbers);
        if (numbers) {
            table.show(chart.data(), desk.time().spanProperty().get());
        }
    }

    void openMenu() {
        menu.open(more);
    }

    void show(SlaChart model) {
        menu.about(model);
        glyph.show(model.state());
        title.setText(compact ? model.component() + " · " + model.title() : model.title());
        source.show(model.source());
        sampled.show(model.sampled());
        Text.visible(sampled, !compact && model.sampled().lastGood().isPresent());
        value.setText(model.value());
        Text.styled(value, classes("label", "sla-value", compact ? "compact" : narrow ? "narrow" : "",
                model.data().stale() ? "stale" : ""));
        Text.styled(card, classes("card", "dense", compact ? "tile-card" : "", model.data().stale() ? "stale" : ""));
        detail.setText(model.detail());
        trouble(model);
        legend.show(model.data());
        chart.show(model.data());
        if (asTable) {
            table.show(model.data(), desk.time().spanProperty().get());
        }
    }

    private static List<String> classes(String... names) {
        return Stream.of(names).filter(name -> !name.isEmpty()).toList();
    }

    /** What a source warns of is no failure, and must not look like one. */
    private void trouble(SlaChart model) {
        String text = model.failure().map(f -> f.what() + ": " + f.why() + " " + f.advice())
                .orElse(String.join(" ", model.warnings()));
        trouble.setText(text);
        Text.styled(trouble, classes("label", "t-dense", model.failure().isPresent() ? "chart-error" : "chart-warning"));
        Text.visible(trouble, !text.isEmpty());
        query.setText(model.query().replaceAll("\\s+", " "));
        Text.visible(query, model.failure().isPresent() && !compact);
        whole.setText(text + "\n" + model.query());
    }


    TimeChart chart() {
        return chart;
    }
}
