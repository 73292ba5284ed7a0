package com.maily.console.desktop.sla;

import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.BurnBar;
import com.maily.console.desktop.widget.Card;
import com.maily.console.desktop.widget.Progress;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import com.maily.console.desktop.widget.TimeChartData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Error budget and burn rate, from the same error rate the chart shows. */
final class SlaBudgetView extends StackPane {

    private final Theme theme;
    private final StateGlyph glyph = new StateGlyph(State.STALE, 15);
    private final Label title = Text.strong("Error budget left");
    private final Label left = Text.of("–", "sla-value");
    private final Label detail = Text.dense("");
    private final Progress bar = new Progress();
    private final VBox burns = new VBox(8);
    private final List<BurnBar> bars = new ArrayList<>();
    private final List<Label> rates = new ArrayList<>();
    private List<String> windows = List.of();

    SlaBudgetView(Theme theme) {
        this.theme = theme;
        HBox head = new HBox(8, glyph, title);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox numbers = new HBox(10, left, detail);
        numbers.setAlignment(Pos.BASELINE_LEFT);
        left.setMinWidth(USE_PREF_SIZE);
        bar.getStyleClass().add("budget");
        VBox budget = new VBox(6, head, numbers, bar);
        budget.setMinWidth(0);
        budget.setPrefWidth(300);
        VBox rate = new VBox(8, new HBox(8, Text.strong("Burn rate"),
                Text.label("1× spends the budget exactly; the red mark pages")), burns);
        rate.setPrefWidth(300);
        HBox.setHgrow(budget, Priority.ALWAYS);
        HBox.setHgrow(rate, Priority.ALWAYS);
        getChildren().setAll(new Card(new HBox(24, budget, Text.verticalRule(), rate)).dense());
        setMinHeight(USE_PREF_SIZE);
    }

    void show(Optional<SlaBudget> model, String range) {
        double spent = model.map(SlaBudget::spent).orElse(Double.NaN);
        title.setText("Error budget left, last " + range);
        glyph.show(Double.isNaN(spent) ? State.STALE : spent > 1 ? State.FAILED : spent > 0.75 ? State.MARGINAL : State.DONE);
        left.setText(Double.isNaN(spent) ? "–" : String.format(java.util.Locale.ROOT, "%.1f %%", 100 * Math.max(0, 1 - spent)));
        detail.setText(model.map(b -> Double.isNaN(spent) ? "" : spent > 1
                ? "overdrawn: " + BurnBar.text(spent) + " the errors allowed in that time"
                : "of the " + TimeChartData.plain(b.allowed()) + " % errors allowed in that time")
                .orElse("the error rate now is unknown"));
        bar.show(Double.isNaN(spent) ? 0 : Math.max(0, 1 - spent));
        List<SlaBudget.Burn> newest = model.map(SlaBudget::burns).orElse(List.of());
        List<String> names = newest.stream().map(SlaBudget.Burn::window).toList();
        if (!names.equals(windows)) {
            windows = names;
            rebuild(newest);
        }
        for (int i = 0; i < newest.size(); i++) {
            SlaBudget.Burn burn = newest.get(i);
            bars.get(i).show(burn.rate(), burn.pager());
            rates.get(i).setText(BurnBar.text(burn.rate()));
            rates.get(i).getStyleClass().setAll("label", "t-mono", "state-word", BurnBar.state(burn.rate(), burn.pager())
                    .styleClass());
        }
    }

    private void rebuild(List<SlaBudget.Burn> newest) {
        bars.clear();
        rates.clear();
        List<Node> rows = new ArrayList<>();
        for (SlaBudget.Burn burn : newest) {
            BurnBar line = new BurnBar(theme);
            Label rate = Text.mono("");
            Label window = Text.mono(burn.window());
            window.setMinWidth(28);
            rate.setMinWidth(48);
            Label pager = Text.label("pages at " + burn.pager() + "×");
            pager.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(line, Priority.ALWAYS);
            line.setMaxWidth(Double.MAX_VALUE);
            HBox row = new HBox(10, window, line, rate, pager);
            row.setAlignment(Pos.CENTER_LEFT);
            bars.add(line);
            rates.add(rate);
            rows.add(row);
        }
        burns.getChildren().setAll(rows.isEmpty()
                ? List.of(Text.dense("The error rate now is unknown, and so is the burn rate.")) : rows);
    }
}
