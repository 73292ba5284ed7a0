package com.maily.console.desktop.fleet;

import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.widget.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The pods, virtualised: only the rows that are seen have nodes. Sorting is asked for and done elsewhere. */
final class PodTable extends TableView<PodRow> {

    static final double ROW = 25;

    private final PodRows rows = new PodRows();
    private final Map<PodColumn, TableColumn<PodRow, PodRow>> columns = new EnumMap<>(PodColumn.class);
    private final Label placeholder = Text.dense("");
    private Optional<String> selected = Optional.empty();
    private boolean showing;

    /** @param sort asked for a column and whether against its own direction; @param select a pod's key, empty for none */
    PodTable(Ages ages, BiConsumer<PodColumn, Boolean> sort, Consumer<Optional<String>> select) {
        getStyleClass().add("pod-table");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(placeholder);
        placeholder.setWrapText(true);
        column(PodColumn.NAME, 268, 150, PodCells.words(row -> row.pod().name(), "t-mono", "pod-name"));
        column(PodColumn.NAMESPACE, 110, 70, PodCells.words(row -> row.pod().namespace(), "t-dense"));
        column(PodColumn.VERSION, 76, 60, PodCells::version);
        column(PodColumn.STATE, 124, 112, () -> PodCells.state(this::isStale));
        column(PodColumn.RESTARTS, 68, 62, PodCells::restarts);
        column(PodColumn.CPU, 112, 96, PodCells::cpu);
        column(PodColumn.MEMORY, 78, 66, PodCells::memory);
        column(PodColumn.NODE, 150, 60, PodCells.words(row -> row.pod().node(), "t-mono", "t-quiet"));
        column(PodColumn.AGE, 60, 52, () -> PodCells.age(ages));
        setItems(rows);
        setSortPolicy(_ -> {
            // The page that is asked for comes sorted; before it comes, nothing moves.
            TableColumn<PodRow, ?> by = getSortOrder().isEmpty() ? columns.get(PodColumn.STATE) : getSortOrder().getFirst();
            sort.accept((PodColumn) by.getUserData(), by.getSortType() == TableColumn.SortType.DESCENDING);
            return true;
        });
        getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (!showing) {
                selected = Optional.ofNullable(row).map(chosen -> chosen.pod().key());
                select.accept(selected);
            }
        });
        widthProperty().addListener((_, _, wide) -> {
            columns.get(PodColumn.NODE).setVisible(wide.doubleValue() >= 700);
            columns.get(PodColumn.MEMORY).setVisible(wide.doubleValue() >= 560);
        });
    }

    private void column(PodColumn which, double width, double least, java.util.function.Supplier<TableCell<PodRow,
            PodRow>> cells) {
        TableColumn<PodRow, PodRow> column = new TableColumn<>(which.title());
        column.setUserData(which);
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> cells.get());
        columns.put(which, column);
        getColumns().add(column);
    }

    /** Keeps the selection on its pod, wherever it now stands, and the place that is looked at. */
    void show(PodPage page, boolean stale) {
        showing = true;
        try {
            columns.get(PodColumn.NAMESPACE).setVisible(page.manyNamespaces() && getWidth() >= 620);
            columns.get(PodColumn.CPU).setText(page.unmeasured().isEmpty() ? "CPU" : page.unmeasured());
            placeholder.setText(nothing(page));
            rows.become(page.rows());
            if (stale != isStale()) {
                getStyleClass().removeIf("stale"::equals);
                getStyleClass().addAll(stale ? List.of("stale") : List.of());
                refresh();
            }
            reselect();
        } finally {
            showing = false;
        }
    }

    private boolean isStale() {
        return getStyleClass().contains("stale");
    }

    private static String nothing(PodPage page) {
        if (!page.trouble().isEmpty()) {
            return page.trouble();
        }
        if (page.loading()) {
            return "Reading the pods …";
        }
        boolean narrowed = page.query().faultsOnly() || !page.query().words().isEmpty();
        return !narrowed || page.about().all() == 0 ? "No pods." : page.query().faultsOnly() && page.query().words().isEmpty()
                ? "No faults. " + page.about().ready() + " of " + page.about().all() + " pods are ready."
                : "No pod matches. Take a word or a filter away to see more.";
    }

    private void reselect() {
        PodRow present = getSelectionModel().getSelectedItem();
        String wanted = selected.orElse("");
        if (present != null && present.pod().key().equals(wanted)
                && rows.get(Math.max(0, getSelectionModel().getSelectedIndex())) == present) {
            return;
        }
        int index = selected.isEmpty() ? -1 : index(wanted);
        if (index < 0) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().clearAndSelect(index);
        }
    }

    private int index(String key) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).pod().key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** Without telling whoever listens. */
    void select(Optional<String> key) {
        selected = key;
        showing = true;
        reselect();
        showing = false;
    }
}
