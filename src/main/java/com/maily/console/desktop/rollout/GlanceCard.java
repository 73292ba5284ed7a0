package com.maily.console.desktop.rollout;

import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.widget.AgeLabel;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Is it healthy: one word, and the figures behind it with their ages. */
final class GlanceCard extends HBox {
    private final Ages ages;
    private final StateGlyph glyph = new StateGlyph(State.STALE, 28);
    private final Label word = Text.title("Unknown");
    private final Label detail = Text.dense("");
    private final Region rule = Text.verticalRule();
    private final HBox figures = new HBox(18);
    private final List<Figure> shown = new ArrayList<>();

    GlanceCard(Ages ages) {
        super(14);
        this.ages = ages;
        getStyleClass().addAll("card", "dense");
        setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(0, word, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        word.setMinWidth(Region.USE_PREF_SIZE);
        words.setMinWidth(96);
        figures.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(glyph, words, rule, figures);
    }

    /** Gives up some air where there is little room. */
    void narrow(boolean narrow) {
        setSpacing(narrow ? 10 : 14);
        figures.setSpacing(narrow ? 10 : 18);
        Text.visible(rule, !narrow);
    }

    void show(Health health, List<Glance.Metric> metrics) {
        glyph.show(health.state());
        word.setText(health.word());
        detail.setText(health.detail());
        setAccessibleText("Health: " + health.word() + ", " + health.detail());
        while (shown.size() < metrics.size()) {
            shown.add(new Figure(ages));
        }
        figures.getChildren().setAll(shown.subList(0, metrics.size()));
        for (int index = 0; index < metrics.size(); index++) {
            shown.get(index).show(metrics.get(index));
        }
    }

    /** One figure: its name, its value and how old that is. */
    private static final class Figure extends VBox {
        private final Label name = Text.label("");
        private final Label value = Text.of("", "t-value");
        private final Label unit = Text.of("", "t-mono-small");
        private final AgeLabel age;

        Figure(Ages ages) {
            age = new AgeLabel(ages);
            HBox figure = new HBox(4, value, unit);
            figure.setAlignment(Pos.BASELINE_LEFT);
            value.setMinWidth(Region.USE_PREF_SIZE);
            unit.setMinWidth(Region.USE_PREF_SIZE);
            name.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().setAll(name, figure, age);
        }

        void show(Glance.Metric metric) {
            SourceState.Freshness freshness = metric.source().freshness(age.now());
            boolean lost = freshness == SourceState.Freshness.LOST || freshness == SourceState.Freshness.NEVER;
            boolean trusted = freshness == SourceState.Freshness.LIVE || freshness == SourceState.Freshness.AGEING;
            name.setText(metric.title());
            name.setTooltip(metric.where().isEmpty() ? null : new Tooltip("Of all regions, " + metric.where() + " does worst."));
            value.setText(lost ? "–" : metric.value().map(Format::decimal).orElse("–"));
            value.getStyleClass().setAll("label", "t-value", trusted && metric.good() ? "t-plain" : "t-quiet");
            if (trusted && !metric.good()) {
                value.getStyleClass().setAll("label", "t-value", State.MARGINAL.styleClass(), "state-word");
            }
            unit.setText(metric.unit().equals("users") ? "" : metric.unit());
            age.show(metric.source());
        }
    }
}
