package com.maily.console.desktop.fleet;

import com.maily.console.core.port.Pod;
import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.KeyCap;
import com.maily.console.desktop.widget.LogList;
import com.maily.console.desktop.widget.LogPage;
import com.maily.console.desktop.widget.LogPane;
import com.maily.console.desktop.widget.SourceChip;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the selected pod writes and what is noted about it. */
final class LogCard extends VBox {

    private static final String NOTHING = "Select a pod to follow its log.";

    private final LogPane log = new LogPane();
    private final Label name = Text.of("", "t-mono-small");
    private final MenuButton containers = new MenuButton();
    private final StateGlyph glyph = new StateGlyph(State.PLANNED, 12);
    private final Label readiness = Text.label("");
    private final SourceChip source;
    private final BiConsumer<String, Boolean> choose;
    private List<String> offered = List.of();

    /**
     * @param choose a container, and whether the one before its last restart is meant;
     *
     * @param expand makes this card large, or small again
     */
    LogCard(Ages ages, BiConsumer<String, Boolean> choose, Runnable expand) {
        this.choose = choose;
        this.source = new SourceChip(ages);
        getStyleClass().addAll("card", "bare", "log-card");
        setAccessibleText("Log");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(40);
        containers.getStyleClass().addAll("small", "quiet-menu");
        Label heading = Text.heading("Log");
        heading.setMinWidth(USE_PREF_SIZE);
        source.setMinWidth(USE_PREF_SIZE);
        Button enlarge = Buttons.icon("fth-maximize-2", "Enlarge the log (L)", expand);
        enlarge.setId("enlarge-log");
        HBox head = new HBox(8, heading, name, Text.gap(), containers, log.follow(), enlarge, new KeyCap("L"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        HBox foot = new HBox(8, glyph, readiness, Text.gap(), source);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("card-foot");
        readiness.setMinWidth(0);
        VBox.setVgrow(log, Priority.ALWAYS);
        getChildren().setAll(head, log, foot);
        log.show(LogPage.NONE, NOTHING);
    }

    /** @param pod empty when none is selected */
    void show(Optional<Pod> pod, LogPage page, SourceState platform) {
        name.setText(pod.map(Pod::name).orElse(""));
        Text.visible(log.follow(), pod.isPresent());
        offer(pod.map(Pod::containers).orElse(List.of()), pod.filter(one -> one.restarts() > 0).isPresent());
        log.show(page, pod.isEmpty() ? NOTHING : page.trouble().isEmpty() ? "Nothing written yet." : page.trouble());
        foot(pod, page, platform);
    }

    private void foot(Optional<Pod> pod, LogPage page, SourceState platform) {
        boolean broken = page.broken();
        boolean ready = pod.filter(Pod::ready).isPresent();
        glyph.show(broken ? State.STALE : ready ? State.DONE : pod.isEmpty() ? State.PLANNED : State.RUNNING);
        readiness.setText(broken ? page.trouble() : pod.isEmpty() ? "" : ready ? "Ready" : page.probe().isEmpty()
                ? "Not ready: " + pod.get().phase() : page.probe());
        Text.visible(glyph, pod.isPresent());
        readiness.setTooltip(new Tooltip(readiness.getText()));
        source.show(platform);
        Text.visible(source, pod.isPresent());
    }

    private void offer(List<String> names, boolean restarted) {
        List<String> entries = names.stream().flatMap(one -> restarted ? java.util.stream.Stream.of(one, one
                + " before its restart")
                : java.util.stream.Stream.of(one)).toList();
        Text.visible(containers, entries.size() > 1);
        if (entries.equals(offered)) {
            return;
        }
        offered = entries;
        containers.setText(entries.isEmpty() ? "" : entries.getFirst());
        containers.getItems().setAll(names.stream().flatMap(one -> restarted
                ? java.util.stream.Stream.of(item(one, one, false), item(one + " before its restart", one, true))
                : java.util.stream.Stream.of(item(one, one, false))).toList());
    }

    private MenuItem item(String words, String container, boolean previous) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(_ -> {
            containers.setText(words);
            choose.accept(container, previous);
        });
        return item;
    }

    LogList list() {
        return log.list();
    }

    TextField search() {
        return log.search();
    }
}
