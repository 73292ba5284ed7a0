package com.maily.console.desktop.journal;

import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;

/** The filter column: words, and a tick per state, person and source with how many entries each has. */
final class JournalFilterView extends VBox {

    private final Consumer<JournalFilter> changed;
    private final CustomTextField words = (CustomTextField) TextFields.createClearableTextField();
    private final VBox states = new VBox(6);
    private final VBox people = new VBox(6);
    private final VBox sources = new VBox(6);
    private final Map<Object, Row> rows = new LinkedHashMap<>();
    private JournalFilter filter = JournalFilter.ALL;

    private record Row(CheckBox box, Label count) { }

    private record Key(String group, Object value) { }

    JournalFilterView(Consumer<JournalFilter> changed) {
        super(10);
        this.changed = changed;
        getStyleClass().addAll("card", "dense", "filter");
        words.setPromptText("Search");
        words.setAccessibleText("Search the journal");
        words.setLeft(padded());
        words.textProperty().addListener((_, _, text) -> set(filter.text(text)));
        getChildren().setAll(words, Text.label("State"), states, Text.label("Who"), people, Text.label("Source"), sources);
        setMinWidth(190);
        setPrefWidth(190);
    }

    private static HBox padded() {
        HBox box = new HBox(Text.icon("fth-search", 13));
        box.setAlignment(Pos.CENTER);
        box.setStyle("-fx-padding: 0 0 0 8;");
        return box;
    }

    private void set(JournalFilter next) {
        filter = next;
        changed.accept(next);
    }

    void show(JournalModel model) {
        model.states().forEach((state, count) -> row(states, "state", state, state.word(), count, (box, on) -> filter.state(state, on)));
        model.people().forEach((who, count) -> row(people, "who", who, who, count, (box, on) -> filter.person(who, on)));
        model.sources().forEach((source, count) -> row(sources, "source", source, source, count, (box, on) -> filter.source(source, on)));
    }

    private void row(VBox group, String kind, Object value, String text, long count, BiFunction<CheckBox, Boolean, JournalFilter> next) {
        Row row = rows.computeIfAbsent(new Key(kind, value), _ -> {
            CheckBox box = new CheckBox(text);
            box.setSelected(true);
            box.setOnAction(_ -> set(next.apply(box, box.isSelected())));
            box.setMinWidth(0);
            if (value instanceof State state) {
                box.setGraphic(new StateGlyph(state, 12));
            }
            Label number = Text.of("", "t-mono-small");
            number.setMinWidth(USE_PREF_SIZE);
            HBox line = new HBox(4, box, Text.gap(), number);
            line.setAlignment(Pos.CENTER_LEFT);
            group.getChildren().add(line);
            return new Row(box, number);
        });
        row.count().setText(Format.number(count));
    }

    TextField words() {
        return words;
    }
}
