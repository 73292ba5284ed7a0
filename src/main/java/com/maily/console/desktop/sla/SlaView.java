package com.maily.console.desktop.sla;

import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.ChartTime;
import com.maily.console.desktop.widget.Chip;
import com.maily.console.desktop.widget.EmptyPanel;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** The SLA screen's nodes. */
final class SlaView extends VBox {

    private static final Map<String, Duration> RANGES = ranges();

    private final Theme theme;
    private final Ages ages;
    private final ChartTime time = new ChartTime();
    private final ComboBox<String> picker = new ComboBox<>();
    private final HBox chips = new HBox(6);
    private final SegmentedButton range = new SegmentedButton();
    private final Button live;
    private final Button numbers;
    private final GridPane grid = new GridPane(12, 12);
    private final Map<String, SlaChartView> charts = new LinkedHashMap<>();
    private final VBox content;
    private List<String> laid = List.of();
    private boolean asTable;
    private boolean showing;

    SlaView(Theme theme, Ages ages, SlaActions actions) {
        super(12);
        this.theme = theme;
        this.ages = ages;
        live = Buttons.withKey(Buttons.plain("Live", time::reset), "Esc");
        numbers = Buttons.withKey(Buttons.plain("Table", this::switchTable), "T");
        getStyleClass().addAll("screen", "sla-screen");
        getStylesheets().add(Objects.requireNonNull(SlaView.class.getResource("/assets/theme/screens.css")).toExternalForm());
        picker.setAccessibleText("Component");
        picker.valueProperty().addListener((_, _, name) -> {
            if (!showing && name != null) {
                actions.component(name);
            }
        });
        ranges(actions);
        HBox head = new HBox(8, Text.title("SLA"), picker, chips, Text.gap(), range, numbers, live);
        head.setAlignment(Pos.CENTER_LEFT);
        chips.setAlignment(Pos.CENTER_LEFT);
        content = new VBox(12, grid);
        VBox.setVgrow(grid, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, legend(), scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyDown);
        time.cursorProperty().addListener((_, _, at) -> live.setText(at == null ? "Live" : "Cursor " + Format.clock(at)));
    }

    private static HBox legend() {
        HBox legend = new HBox(6, Text.of("P1", "t-mono-small"), Text.label("phase begins"), swatch("missed"),
                Text.label("limit missed"),
                Text.of("╌╌", "t-label"), Text.label("limit"), Text.of("━", "legend-canary"), Text.label("canary"),
                swatch("share"), Text.label("canary weight, 0 to 100 %"));
        legend.setAlignment(Pos.CENTER_LEFT);
        return legend;
    }

    private static Region swatch(String what) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", what);
        return swatch;
    }

    private static String name(Duration range) {
        return RANGES.entrySet().stream().filter(one -> one.getValue().equals(range)).map(Map.Entry::getKey).findFirst()
                .orElseGet(() -> Format.duration(range));
    }

    private static Map<String, Duration> ranges() {
        Map<String, Duration> ranges = new LinkedHashMap<>();
        ranges.put("30m", Duration.ofMinutes(30));
        ranges.put("1h", Duration.ofHours(1));
        ranges.put("2h", Duration.ofHours(2));
        ranges.put("6h", Duration.ofHours(6));
        return java.util.Collections.unmodifiableMap(ranges);
    }

    private void ranges(SlaActions actions) {
        range.getStyleClass().add("range");
        RANGES.forEach((name, length) -> {
            ToggleButton button = new ToggleButton(name);
            button.setOnAction(_ -> {
                // One range always stays chosen.
                button.setSelected(true);
                actions.range(length);
            });
            range.getButtons().add(button);
        });
    }

    private void keyDown(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && (time.zoomed() || time.cursorProperty().get() != null)) {
            time.reset();
            event.consume();
        }
    }

    void switchTable() {
        asTable = !asTable;
        numbers.setText(asTable ? "Curves" : "Table");
        charts.values().forEach(chart -> chart.showTable(asTable));
    }

    void show(SlaModel model) {
        showing = true;
        if (!picker.getItems().equals(model.components())) {
            picker.getItems().setAll(model.components());
        }
        picker.setValue(model.component());
        showing = false;
        time.follow(model.now(), model.range());
        range.getButtons().forEach(button -> button.setSelected(button.getText().equals(name(model.range()))));
        chips(model);
        List<String> keys = model.charts().stream().map(SlaChart::key).toList();
        if (!keys.equals(laid)) {
            arrange(keys);
        }
        model.charts().forEach(chart -> charts.get(chart.key()).show(chart));
    }

    /** Puts the budget panel beneath the charts. */
    void beneath(Node node) {
        content.getChildren().setAll(grid, node);
    }

    /** Known and met, known and missed, and not known are counted apart; only the first is green. */
    private void chips(SlaModel model) {
        List<Chip> shown = new ArrayList<>();
        long met = model.count(State.DONE);
        if (met > 0) {
            shown.add(new Chip(State.DONE, met == model.charts().size() ? "All " + met + " targets met" : met + " met"));
        }
        if (model.count(State.FAILED) > 0) {
            shown.add(new Chip(State.FAILED, model.count(State.FAILED) + " missed"));
        }
        if (model.count(State.STALE) > 0) {
            shown.add(new Chip(State.STALE, model.count(State.STALE) + " stale"));
        }
        if (model.count(State.QUEUED) > 0) {
            shown.add(new Chip(State.QUEUED, model.count(State.QUEUED) + " without samples"));
        }
        chips.getChildren().setAll(shown);
    }

    private void arrange(List<String> keys) {
        laid = List.copyOf(keys);
        charts.keySet().retainAll(keys);
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        if (keys.isEmpty()) {
            grid.add(new EmptyPanel("No objectives", "The workspace file names no objective for this component."), 0, 0);
            return;
        }
        int columns = keys.size() > 4 ? 3 : Math.min(2, keys.size());
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < keys.size(); i++) {
            if (i % columns == 0) {
                RowConstraints row = new RowConstraints(Region.USE_COMPUTED_SIZE, 240, Double.MAX_VALUE);
                row.setVgrow(Priority.ALWAYS);
                grid.getRowConstraints().add(row);
            }
            SlaChartView chart = charts.computeIfAbsent(keys.get(i), _ -> new SlaChartView(theme, ages, time));
            chart.showTable(asTable);
            grid.add(chart, i % columns, i / columns);
        }
    }

    ChartTime time() {
        return time;
    }

    SlaChartView chart(String key) {
        return Objects.requireNonNull(charts.get(key), key);
    }
}
