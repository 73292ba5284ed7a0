package com.maily.console.desktop.sla;

import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.ChartTime;
import com.maily.console.desktop.widget.Chip;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** What is chosen on the SLA screen, and how it stands in sum. */
final class SlaHead extends VBox {

    static final String ALL_COMPONENTS = "All components";
    static final String ALL_OBJECTIVES = "All objectives";

    private record Sum(State state, long count, String words) {
        static Sum of(SlaModel model, State state, String words) {
            return new Sum(state, model.count(state), model.count(state) + words);
        }
    }

    private final SlaActions actions;
    private final ComboBox<String> components = new ComboBox<>();
    private final ComboBox<String> objectives = new ComboBox<>();
    private final SegmentedButton range = new SegmentedButton();
    private final Button numbers;
    private final Button live;
    private final HBox chips = new HBox(6);
    private List<Sum> sums = List.of();
    private boolean showing;

    SlaHead(SlaActions actions, ChartTime time, Runnable table, Runnable save) {
        super(8);
        this.actions = actions;
        numbers = Buttons.withKey(Buttons.plain("Table", table), "T");
        live = Buttons.withKey(Buttons.plain("Live", time::reset), "Esc");
        // Wide enough for its longest text: nothing may move while the mouse does.
        live.setPrefWidth(184);
        live.setMinWidth(USE_PREF_SIZE);
        numbers.setMinWidth(USE_PREF_SIZE);
        components.setAccessibleText("Component");
        objectives.setAccessibleText("Objective");
        components.valueProperty().addListener((_, _, _) -> chosen());
        objectives.valueProperty().addListener((_, _, _) -> chosen());
        components.setPrefWidth(150);
        objectives.setPrefWidth(150);
        ranges();
        Label title = Text.title("SLA");
        title.setMinWidth(USE_PREF_SIZE);
        HBox choice = new HBox(8, title, components, objectives, Text.gap(), range, numbers,
                Buttons.icon("fth-download", "Save the chart in focus (X)", save), live);
        choice.setAlignment(Pos.CENTER_LEFT);
        chips.setAlignment(Pos.CENTER_LEFT);
        HBox sum = new HBox(10, chips, Text.gap(), legend());
        sum.setAlignment(Pos.CENTER_LEFT);
        sum.setMinHeight(24);
        getChildren().setAll(choice, sum);
        time.cursorProperty().addListener((_, _, _) -> live(time));
        time.spanProperty().addListener((_, _, _) -> live(time));
    }

    private void live(ChartTime time) {
        live.setText(time.cursorProperty().get() != null ? "Cursor " + Format.clock(time.cursorProperty().get())
                : time.zoomed() ? "Back to live" : "Live");
    }

    private static HBox legend() {
        HBox legend = new HBox(6, Text.of("P1", "t-mono-small"), Text.label("run or phase"), swatch("alert"), Text.label("alert"),
                swatch("missed"), Text.label("limit missed"), Text.of("╌╌", "t-label"), Text.label("limit"),
                swatch("share"), Text.label("canary weight"));
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMinWidth(USE_PREF_SIZE);
        return legend;
    }

    private static Region swatch(String what) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", what);
        return swatch;
    }

    private void ranges() {
        range.getStyleClass().add("range");
        for (SlaRange one : SlaRange.values()) {
            ToggleButton button = new ToggleButton(one.label());
            button.setOnAction(_ -> {
                // One range always stays chosen.
                button.setSelected(true);
                actions.range(one);
            });
            range.getButtons().add(button);
        }
        range.setMinWidth(USE_PREF_SIZE);
    }

    private void chosen() {
        if (!showing && components.getValue() != null && objectives.getValue() != null) {
            actions.choose(new SlaChoice(components.getValue().equals(ALL_COMPONENTS) ? "" : components.getValue(),
                    objectives.getValue().equals(ALL_OBJECTIVES) ? "" : objectives.getValue()));
        }
    }

    void tables(boolean shown) {
        numbers.setText(shown ? "Curves" : "Table");
    }

    void show(SlaModel model) {
        showing = true;
        choices(components, model.components(), ALL_COMPONENTS, model.choice().component());
        choices(objectives, model.objectives(), ALL_OBJECTIVES, model.choice().objective());
        showing = false;
        range.getButtons().forEach(button -> button.setSelected(button.getText().equals(model.range().label())));
        List<Sum> newest = sums(model);
        if (!newest.equals(sums)) {
            sums = newest;
            chips.getChildren().setAll(newest.stream().map(sum -> new Chip(sum.state(), sum.words())).toList());
        }
    }

    private static void choices(ComboBox<String> box, List<String> names, String all, String chosen) {
        List<String> items = new ArrayList<>(names);
        items.add(all);
        if (!box.getItems().equals(items)) {
            box.getItems().setAll(items);
        }
        box.setValue(chosen.isEmpty() ? all : chosen);
    }

    /** Known and met, known and missed, and not known are counted apart; only the first is green. */
    private static List<Sum> sums(SlaModel model) {
        List<Sum> all = new ArrayList<>();
        long met = model.count(State.DONE);
        all.add(new Sum(State.DONE, met, met == model.charts().size() ? "All " + met + " targets met" : met + " met"));
        all.add(Sum.of(model, State.FAILED, " missed"));
        all.add(Sum.of(model, State.STALE, " stale"));
        all.add(Sum.of(model, State.QUEUED, " without samples"));
        return all.stream().filter(sum -> sum.count() > 0).toList();
    }
}
