package com.maily.console.desktop.rollout;

import com.maily.console.desktop.widget.Format;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

/** The same run as a tree of words, for those who cannot or do not want to read bars. */
final class StepTable extends TreeTableView<StepTable.Line> {
    /** A phase or a step in words. */
    record Line(String id, String name, String state, String start, String end, String note) { }

    private String shown = "";

    StepTable(Consumer<String> select) {
        setShowRoot(false);
        setRoot(new TreeItem<>(new Line("", "", "", "", "", "")));
        setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("Step", 260, Line::name);
        column("State", 90, Line::state);
        column("From", 70, Line::start);
        column("To", 70, Line::end);
        column("Note", 260, Line::note);
        setAccessibleText("Steps of the run");
        getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (item != null && !item.getValue().id().isEmpty()) {
                select.accept(item.getValue().id());
            }
        });
    }

    void show(RolloutModel model) {
        String now = model.phases().toString();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        int selected = getSelectionModel().getSelectedIndex();
        getRoot().getChildren().setAll(model.phases().stream().map(StepTable::phase).toList());
        getSelectionModel().select(selected);
    }

    private static TreeItem<Line> phase(PhaseRow phase) {
        TreeItem<Line> item = new TreeItem<>(new Line("", phase.number() + "  " + phase.title(), phase.word(),
                phase.span().map(span -> Format.hourMinute(span.from())).orElse(""), Format.hourMinute(phase.until()),
                phase.subtitle()));
        item.setExpanded(true);
        phase.steps().forEach(step -> item.getChildren().add(new TreeItem<>(step(step))));
        phase.gate().ifPresent(gate -> item.getChildren().add(new TreeItem<>(step(gate))));
        return item;
    }

    private static Line step(StepRow row) {
        return new Line(row.id(), row.title(), row.state().word(), Format.hourMinute(row.expected().from()),
                Format.hourMinute(row.expected().to()), row.note());
    }

    private void column(String title, double width, Function<Line, String> text) {
        TreeTableColumn<Line, String> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue().getValue())));
        getColumns().add(column);
    }
}
