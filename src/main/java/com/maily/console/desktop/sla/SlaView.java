package com.maily.console.desktop.sla;

import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.ChartExport;
import com.maily.console.desktop.widget.ChartTime;
import com.maily.console.desktop.widget.EmptyPanel;
import com.maily.console.desktop.widget.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The SLA screen's nodes. */
final class SlaView extends VBox {

    private static final double TILE = 178;
    private static final double CARD = 240;
    private static final double LOW_CARD = 204;
    /** The narrowest a tile can be read at. */
    private static final double NARROW = 300;

    private record Laid(List<String> ids, boolean overview, int columns) { }

    private final SlaActions actions;
    private final ChartTime time = new ChartTime();
    private final SlaDesk desk;
    private final SlaHead head;
    private final GridPane grid = new GridPane(12, 12);
    private final Map<String, SlaChartView> charts = new LinkedHashMap<>();
    private final StackPane beneath = new StackPane();
    private Laid laid = new Laid(List.of(), false, 0);
    private boolean asTable;

    SlaView(String environment, Theme theme, Ages ages, ChartExport export, SlaActions actions) {
        super(10);
        this.actions = actions;
        desk = new SlaDesk(environment, theme, ages, time, export, actions);
        head = new SlaHead(actions, time, this::switchTable, this::save);
        getStyleClass().addAll("screen", "sla-screen");
        getStylesheets().add(Objects.requireNonNull(SlaView.class.getResource("/assets/theme/screens.css")).toExternalForm());
        VBox content = new VBox(12, grid, beneath);
        VBox.setVgrow(grid, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyDown);
        grid.widthProperty().addListener((_, _, _) -> {
            if (laid.columns() > 0) {
                arrange(laid.ids(), laid.overview());
            }
        });
    }

    private void keyDown(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && (time.zoomed() || time.cursorProperty().get() != null)) {
            time.reset();
            event.consume();
        } else if (event.getCode().isDigitKey() && !event.isControlDown() && !event.isAltDown()) {
            int place = event.getCode().getCode() - KeyCode.DIGIT1.getCode();
            if (place >= 0 && place < SlaRange.values().length) {
                actions.range(SlaRange.values()[place]);
                event.consume();
            }
        }
    }

    void switchTable() {
        asTable = !asTable;
        head.tables(asTable);
        charts.values().forEach(chart -> chart.showTable(asTable));
    }

    /** The chart that has the focus, else the first. */
    void save() {
        Node focused = getScene().getFocusOwner();
        charts.values().stream().filter(chart -> chart.chart() == focused).findFirst()
                .or(() -> charts.values().stream().findFirst()).ifPresent(SlaChartView::openMenu);
    }

    void show(SlaModel model) {
        head.show(model);
        time.follow(model.now(), model.range().length(), model.range().reach());
        arrange(model.charts().stream().map(SlaChart::id).toList(), model.choice().overview());
        model.charts().forEach(chart -> Objects.requireNonNull(charts.get(chart.id())).show(chart));
        Text.visible(beneath, !model.choice().overview() && !model.charts().isEmpty());
    }

    /** Puts the budget panel beneath the charts. */
    void beneath(Node node) {
        beneath.getChildren().setAll(node);
    }

    private void arrange(List<String> ids, boolean overview) {
        Laid wanted = new Laid(ids, overview, columns(ids.size(), overview));
        if (wanted.equals(laid)) {
            return;
        }
        if (wanted.overview() != laid.overview()) {
            charts.clear();
        }
        laid = wanted;
        charts.keySet().retainAll(ids);
        grid.getChildren().clear();
        if (ids.isEmpty()) {
            constrain(1, 1, CARD);
            grid.add(new EmptyPanel("No objectives",
                    "The workspace file names no such objective here: choose another, or add one under 'objectives'."), 0, 0);
            return;
        }
        constrain(wanted.columns(), Math.ceilDiv(ids.size(), wanted.columns()), overview ? TILE : ids.size() > 4 ? LOW_CARD : CARD);
        for (int i = 0; i < ids.size(); i++) {
            SlaChartView chart = charts.computeIfAbsent(ids.get(i), _ -> new SlaChartView(desk, overview));
            chart.showTable(asTable);
            chart.narrow(ids.size() > 4);
            grid.add(chart, i % wanted.columns(), i / wanted.columns());
        }
    }

    /** As many beside each other as can be read, and so few rows that what stands beneath is seen too. */
    private int columns(int charts, boolean overview) {
        int fit = (int) Math.clamp(grid.getWidth() / NARROW, 2, 5);
        return overview ? fit : charts > 6 ? Math.min(fit, 4) : charts > 4 ? 3 : Math.clamp(charts, 1, 2);
    }

    private void constrain(int columns, int rows, double height) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(100.0 / columns);
        grid.getColumnConstraints().setAll(Collections.nCopies(columns, column));
        RowConstraints row = new RowConstraints(height, height, Double.MAX_VALUE);
        row.setVgrow(Priority.ALWAYS);
        grid.getRowConstraints().setAll(Collections.nCopies(rows, row));
    }

    ChartTime time() {
        return time;
    }

    /** The first chart of an objective. */
    SlaChartView chart(String key) {
        return charts.entrySet().stream().filter(entry -> entry.getKey().endsWith("/" + key)).map(Map.Entry::getValue).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key));
    }
}
