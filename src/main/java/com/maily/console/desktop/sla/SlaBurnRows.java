package com.maily.console.desktop.sla;

import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.BurnBar;
import com.maily.console.desktop.widget.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A row per window: how fast the budget goes in it, and what was counted. */
final class SlaBurnRows extends VBox {

    private final Theme theme;
    private final List<Line> lines = new ArrayList<>();

    SlaBurnRows(Theme theme) {
        super(3);
        this.theme = theme;
    }

    void show(List<SlaBudget.Row> rows) {
        while (lines.size() < rows.size()) {
            lines.add(new Line(theme));
            getChildren().add(lines.getLast());
        }
        for (int i = 0; i < rows.size(); i++) {
            lines.get(i).show(rows.get(i));
        }
    }

    private static final class Line extends HBox {
        private final Label window = Text.mono("");
        private final BurnBar bar;
        private final Label rate = Text.mono("");
        private final Label words = Text.label("");

        Line(Theme theme) {
            super(10);
            bar = new BurnBar(theme);
            setAlignment(Pos.CENTER_LEFT);
            window.setMinWidth(28);
            rate.setMinWidth(52);
            bar.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(bar, Priority.ALWAYS);
            words.setMinWidth(0);
            words.setPrefWidth(190);
            getChildren().setAll(window, bar, rate, words);
        }

        void show(SlaBudget.Row row) {
            window.setText(row.window());
            bar.show(row.rate(), row.mark());
            rate.setText(BurnBar.text(row.rate()));
            rate.getStyleClass().setAll("label", "t-mono", "state-word", BurnBar.state(row.rate(), row.mark()).styleClass());
            words.setText(row.words());
            setAccessibleText(row.window() + ": " + BurnBar.text(row.rate()) + ", " + row.words());
        }
    }
}
