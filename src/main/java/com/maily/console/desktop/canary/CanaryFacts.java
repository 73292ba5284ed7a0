package com.maily.console.desktop.canary;

import com.maily.console.core.sla.budget.BurnCost;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.BurnBar;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.Text;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The line under a canary's tiles: samples, burn rate, what is left of the budget, and how long the analysis takes. */
final class CanaryFacts extends HBox {

    private final Label samples = Text.mono("");
    private final HBox counted = new HBox(6, Text.label("Samples"), samples);
    private final BurnBar burn;
    private final Label burning = Text.mono("");
    private final Label left = Text.mono("");
    private final HBox remaining = new HBox(6, Text.label("Budget left"), left);
    private final HBox spent;
    private final Label timing = Text.label("");

    CanaryFacts(Theme theme) {
        super(16);
        burn = new BurnBar(theme);
        burn.setMinWidth(70);
        spent = new HBox(6, Text.label("Burn 1h"), burn, burning);
        timing.setMinWidth(USE_PREF_SIZE);
        for (HBox part : new HBox[] {counted, spent, remaining, this}) {
            part.setAlignment(Pos.CENTER_LEFT);
        }
        left.setMinWidth(USE_PREF_SIZE);
        setMinHeight(18);
        getChildren().setAll(counted, spent, remaining, Text.gap(), timing);
    }

    void show(CanaryCard now) {
        CanaryBudget budget = now.budget();
        samples.setText(Format.number(Math.round(now.samples())));
        Text.visible(counted, !Double.isNaN(now.samples()));
        burn.show(budget.burn(), BurnCost.MARKS.getLast());
        burning.setText(Double.isNaN(budget.burn()) ? "unknown: " + budget.unknown() : BurnBar.text(budget.burn()));
        Text.visible(spent, budget.shown());
        Text.visible(burn, !Double.isNaN(budget.burn()));
        left.setText(budget.left());
        Text.visible(remaining, budget.shown() && !budget.left().isEmpty());
        timing.setText(now.slide().barred().isEmpty() ? now.timing() : now.slide().barred());
    }
}
