package com.maily.console.desktop.sla;

import com.maily.console.core.port.Links;
import com.maily.console.desktop.widget.ChartTime;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.TimeChart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What can be done with one chart: save it, read its numbers, or look at the same time elsewhere. */
final class SlaChartMenu {

    private static final KeyCodeCombination PICTURE = new KeyCodeCombination(KeyCode.P, KeyCombination.CONTROL_DOWN);
    private static final KeyCodeCombination NUMBERS = new KeyCodeCombination(KeyCode.C, KeyCombination.CONTROL_DOWN,
            KeyCombination.SHIFT_DOWN);
    /** How much before and after a point is looked at elsewhere, as a share of what is shown here. */
    private static final int AROUND = 20;
    private static final Duration LEAST = Duration.ofMinutes(2);

    private final SlaDesk desk;
    private final TimeChart chart;
    private final Runnable table;
    private String component = "";
    private String key = "";

    /** @param table switches between curve and numbers */
    SlaChartMenu(SlaDesk desk, TimeChart chart, Runnable table) {
        this.desk = desk;
        this.chart = chart;
        this.table = table;
    }

    void about(SlaChart model) {
        component = model.component();
        key = model.key();
    }

    /** The cursor is where the menu was asked for, or where the keys have moved it. */
    void open(Node beside) {
        ContextMenu menu = new ContextMenu(item("Save as picture (PNG)…", PICTURE, this::picture),
                item("Save its numbers (CSV)…", NUMBERS, this::numbers), item("Show as numbers, or as curves", null, table));
        @Nullable Instant cursor = desk.time().cursorProperty().get();
        ChartTime.Span span = desk.time().spanProperty().get();
        Optional.ofNullable(cursor).ifPresent(at -> offer(menu, around(at, span), ", around " + Format.clock(at)));
        offer(menu, span, ", the shown time");
        menu.show(beside, Side.BOTTOM, 0, 0);
    }

    private static ChartTime.Span around(Instant at, ChartTime.Span span) {
        Duration part = Duration.between(span.from(), span.to()).dividedBy(AROUND);
        Duration half = part.compareTo(LEAST) < 0 ? LEAST : part;
        return new ChartTime.Span(at.minus(half), at.plus(half));
    }

    private void offer(ContextMenu menu, ChartTime.Span span, String which) {
        menu.getItems().add(item("Search logs" + which, null, () -> desk.actions().searchLogs(component, span)));
        desk.actions().links(new Links.Place(desk.environment(), component, span.from(), span.to(), Optional.empty()), links -> {
            if (!links.isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            links.forEach(link -> menu.getItems().add(item("Open in " + link.title() + which, null,
                    () -> desk.actions().open(link.address()))));
        });
    }

    private static MenuItem item(String text, @Nullable KeyCodeCombination keys, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setAccelerator(keys);
        item.setOnAction(_ -> action.run());
        return item;
    }

    void key(KeyEvent event) {
        if (PICTURE.match(event)) {
            picture();
            event.consume();
        } else if (NUMBERS.match(event)) {
            numbers();
            event.consume();
        }
    }

    private void picture() {
        desk.export().picture(chart, desk.theme().colours(), name(), facts());
    }

    private void numbers() {
        desk.export().numbers(chart, name(), facts());
    }

    private String name() {
        return "maily-" + desk.environment() + "-" + component + "-" + key;
    }

    private List<String> facts() {
        return List.of("environment " + desk.environment(), "component " + component);
    }
}
