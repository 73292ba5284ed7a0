package com.maily.console.desktop.shell;

import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.widget.AgeLabel;
import com.maily.console.desktop.widget.Chip;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** One lamp per connection, each with the age of its last answer, after the sum of those that live and what fires. */
final class LampRow extends HBox {
    /** Sum and alerts stand before the lamps. */
    private static final int FIRST = 2;
    private final Ages ages;
    private final Label sum = Text.of("", "t-dense-strong");
    private final Chip alerts = new Chip(State.QUEUED);
    private final Tooltip more = new Tooltip();

    /** @param openAlerts leads to what fires */
    LampRow(Ages ages, Runnable openAlerts) {
        this.ages = ages;
        alerts.setId("alert-chip");
        alerts.setMinWidth(Region.USE_PREF_SIZE);
        alerts.setOnMouseClicked(_ -> openAlerts.run());
        Tooltip.install(alerts, more);
        Text.visible(alerts, false);
        getStyleClass().add("lamp-row");
        sum.setMinWidth(Region.USE_PREF_SIZE);
    }

    void show(List<SourceState> sources) {
        Instant now = ages.instant();
        long live = sources.stream().filter(source -> live(source, now)).count();
        sum.setText(sources.isEmpty() ? "no connections" : live + " of " + sources.size() + " live");
        while (getChildren().size() < sources.size() + FIRST) {
            getChildren().add(getChildren().isEmpty() ? sum : getChildren().size() == 1 ? alerts : new Lamp(ages));
        }
        getChildren().remove(sources.size() + FIRST, getChildren().size());
        for (int index = 0; index < sources.size(); index++) {
            ((Lamp) getChildren().get(index + FIRST)).show(sources.get(index), now);
        }
    }

    /** Nothing is shown where no system is asked for alerts. */
    void show(Optional<AlertSum> alarm) {
        Text.visible(alerts, alarm.isPresent());
        alarm.ifPresent(known -> {
            alerts.show(known.state(), known.words());
            more.setText(known.words() + ". " + known.detail());
            alerts.setAccessibleText(more.getText());
        });
    }

    static boolean live(SourceState source, Instant now) {
        SourceState.Freshness freshness = source.freshness(now);
        return freshness == SourceState.Freshness.LIVE || freshness == SourceState.Freshness.AGEING;
    }

    /** A connection's lamp. */
    private static final class Lamp extends HBox {
        private final Region dot = new Region();
        private final StateGlyph glyph = new StateGlyph(State.STALE, 11);
        private final Label name = Text.dense("");
        private final AgeLabel age;
        private final Tooltip tooltip = new Tooltip();

        Lamp(Ages ages) {
            super(6);
            age = new AgeLabel(ages);
            setAlignment(Pos.CENTER_LEFT);
            name.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().setAll(dot, glyph, name, age);
            Tooltip.install(this, tooltip);
        }

        void show(SourceState source, Instant now) {
            SourceState.Freshness freshness = source.freshness(now);
            boolean dotted = live(source, now);
            dot.getStyleClass().setAll("lamp-dot");
            if (freshness == SourceState.Freshness.AGEING) {
                dot.getStyleClass().add("ageing");
            }
            String word = switch (freshness) {
                case LIVE -> "live";
                case AGEING -> "ageing";
                case STALE -> "stale";
                case LOST -> "down";
                case NEVER -> source.trouble().isEmpty() ? "off" : "down";
            };
            glyph.show(word.equals("down") ? State.FAILED : word.equals("off") ? State.PLANNED : State.STALE);
            visible(dot, dotted);
            visible(glyph, !dotted);
            name.setText(source.name());
            age.show(source);
            tooltip.setText(source.name() + ": " + word + (source.trouble().isEmpty() ? "" : ". " + source.trouble()));
            setAccessibleText(tooltip.getText());
        }

        private static void visible(Node node, boolean shown) {
            Text.visible(node, shown);
        }
    }
}
