package com.maily.console.desktop.sla;

import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Card;
import com.maily.console.desktop.widget.Progress;
import com.maily.console.desktop.widget.SourceChip;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** What is left of an error budget, how fast it goes in each window, and which alerts that rings. */
final class SlaBudgetView extends StackPane {

    private final StateGlyph glyph = new StateGlyph(State.STALE, 15);
    private final Label title = Text.strong("Error budget left, 30 days");
    private final SourceChip source;
    private final SegmentedButton objectives = new SegmentedButton();
    private final Label left = Text.of("–", "sla-value");
    private final Progress bar = new Progress();
    private final Label detail = Text.dense("");
    private final Label lasts = Text.dense("");
    private final SlaBurnRows burns;
    private final VBox alerts = new VBox(4);
    private List<String> keys = List.of();

    SlaBudgetView(Theme theme, Ages ages) {
        source = new SourceChip(ages);
        burns = new SlaBurnRows(theme);
        HBox columns = new HBox(20, budget(), Text.verticalRule(), rates(), Text.verticalRule(), ringing());
        getChildren().setAll(new Card(columns).dense());
        setMinHeight(USE_PREF_SIZE);
    }

    private VBox budget() {
        objectives.getStyleClass().add("range");
        HBox head = new HBox(8, glyph, title);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox from = new HBox(8, left, Text.gap(), source);
        from.setAlignment(Pos.CENTER_LEFT);
        left.setMinWidth(USE_PREF_SIZE);
        bar.getStyleClass().add("budget");
        detail.setWrapText(true);
        lasts.setWrapText(true);
        VBox budget = new VBox(6, head, objectives, from, bar, detail, lasts);
        budget.setMinWidth(250);
        budget.setPrefWidth(280);
        return budget;
    }

    private VBox rates() {
        VBox rates = new VBox(6, new HBox(8, Text.strong("Burn rate"), Text.label("1× spends the budget in exactly 30 days")),
                burns);
        rates.setMinWidth(0);
        HBox.setHgrow(rates, Priority.ALWAYS);
        return rates;
    }

    private VBox ringing() {
        VBox ringing = new VBox(6, new HBox(8, Text.strong("Alerts"), Text.label("both windows over the mark")), alerts);
        ringing.setMinWidth(270);
        ringing.setPrefWidth(300);
        return ringing;
    }

    /** @param onChoose is told the key of the objective that is to be shown */
    void choices(List<String> newest, String chosen, Consumer<String> onChoose) {
        if (!newest.equals(keys)) {
            keys = List.copyOf(newest);
            objectives.getButtons().setAll(newest.stream().map(key -> {
                ToggleButton button = new ToggleButton(key);
                button.setOnAction(_ -> {
                    // One always stays chosen.
                    button.setSelected(true);
                    onChoose.accept(key);
                });
                return button;
            }).toList());
        }
        objectives.getButtons().forEach(button -> button.setSelected(button.getText().equals(chosen)));
        Text.visible(objectives, newest.size() > 1);
        Text.visible(this, !newest.isEmpty());
    }

    void show(SlaBudget model) {
        glyph.show(model.state());
        title.setText("Error budget left, 30 days" + (keys.size() > 1 ? "" : ": " + model.title()));
        source.show(model.source());
        left.setText(model.left());
        bar.show(Double.isNaN(model.share()) ? 0 : Math.max(0, model.share()));
        detail.setText(model.detail());
        lasts.setText(model.lasts());
        burns.show(model.rows());
        while (alerts.getChildren().size() < model.alerts().size()) {
            alerts.getChildren().add(new SlaAlertRow());
        }
        for (int i = 0; i < model.alerts().size(); i++) {
            ((SlaAlertRow) alerts.getChildren().get(i)).show(model.alerts().get(i));
        }
        setAccessibleText(model.title() + ": " + model.left() + " of the error budget left. " + model.detail() + " "
                + model.lasts());
    }
}
