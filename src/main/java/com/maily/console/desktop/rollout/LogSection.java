package com.maily.console.desktop.rollout;

import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.LogPage;
import com.maily.console.desktop.widget.LogPane;
import com.maily.console.desktop.widget.LogTail;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.Tag;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The live log of a job or a pod, or the journal's lines of the step when it has none. */
final class LogSection extends VBox {
    private final LogTail tail = new LogTail();
    private final LogPane log = new LogPane();
    private final Label name = Text.label("Live log");
    private final Label trouble = Text.label("");
    private final Tag state = new Tag("following");
    private final Button follow = Buttons.quiet("follow", () -> tail.following().set(true));
    private boolean live;
    private LogPage shown = LogPage.NONE;

    LogSection() {
        getStyleClass().add("well");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(40);
        HBox head = new HBox(8, name, state, follow, Text.gap(), log.follow());
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(8, 16, 4, 16));
        follow.getStyleClass().add("small");
        trouble.getStyleClass().addAll(State.STALE.styleClass(), "state-word");
        trouble.setPadding(new Insets(0, 16, 4, 16));
        tail.following().addListener((_, _, _) -> showHead());
        log.setMinHeight(96);
        log.setPrefHeight(180);
        tail.setMinHeight(56);
        tail.setPrefHeight(120);
        VBox.setVgrow(log, Priority.ALWAYS);
        VBox.setVgrow(tail, Priority.ALWAYS);
        getChildren().setAll(head, trouble, log, tail);
        showHead();
    }

    /** @param page empty where nothing writes a log; then {@code lines} are shown */
    void show(String source, Optional<LogPage> page, List<String> lines) {
        name.setText(source);
        name.setTooltip(new Tooltip(source));
        live = page.isPresent();
        page.ifPresentOrElse(this::showLog, () -> tail.show(lines.isEmpty() ? List.of("nothing logged yet") : lines));
        showHead();
    }

    private void showLog(LogPage page) {
        if (page == shown) {
            return;
        }
        shown = page;
        log.show(page, page.trouble().isEmpty() ? "Nothing written yet." : page.trouble());
        trouble.setText(page.trouble());
        Text.visible(trouble, page.broken() && !page.entries().isEmpty());
    }

    LogPane log() {
        return log;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        tail.resize(tail.getWidth(), LogTail.wholeRows(tail.getHeight()));
    }

    private void showHead() {
        Text.visible(state, !live && tail.following().get());
        Text.visible(follow, !live && !tail.following().get());
        Text.visible(log.follow(), live);
        Text.visible(log, live);
        Text.visible(tail, !live);
        Text.visible(trouble, live && trouble.isVisible());
    }
}
