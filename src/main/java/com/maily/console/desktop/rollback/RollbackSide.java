package com.maily.console.desktop.rollback;

import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Card;
import com.maily.console.desktop.widget.Chip;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.RtoRing;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The right column: the recovery clock, what is verified afterwards, and the draft of the incident report. */
final class RollbackSide extends VBox {

    private final RtoRing ring;
    private final Label used = Text.mono("");
    private final Label needs = Text.mono("");
    private final Label spare = Text.mono("");
    private final Label spareName = Text.dense("to spare");
    private final Label started = Text.label("");
    private final StateGlyph copied = new StateGlyph(State.STALE, 13);
    private final Label point = Text.label("");
    private final Chip checking = new Chip(State.PLANNED, "Starts by itself");
    private final VBox checks = new VBox(8);
    private final TextArea report = new TextArea();
    private final Card reportCard;

    RollbackSide(Theme theme) {
        super(12);
        ring = new RtoRing(theme);
        ring.setMaxSize(140, 140);
        HBox clock = new HBox(16, ring, words());
        clock.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(8, Text.strong("Verification"), Text.gap(), checking);
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        checking.setMinWidth(USE_PREF_SIZE);
        checks.setStyle("-fx-padding: 10 16 12 16;");
        report.setEditable(false);
        report.setWrapText(true);
        report.getStyleClass().add("json");
        report.setAccessibleText("Draft of the incident report");
        report.setMinHeight(60);
        VBox.setVgrow(report, Priority.ALWAYS);
        HBox title = new HBox(8, Text.strong("Incident report"), Text.label("draft, from the journal"), Text.gap());
        title.getStyleClass().add("card-head");
        title.setAlignment(Pos.CENTER_LEFT);
        HBox copy = new HBox(Buttons.withIcon(Buttons.plain("Copy Markdown", this::copy), "fth-copy"));
        copy.setStyle("-fx-padding: 10 16 10 16;");
        reportCard = new Card(title, report, copy).bare();
        VBox.setVgrow(reportCard, Priority.ALWAYS);
        getChildren().setAll(new Card(clock).dense(), new Card(head, checks).bare(), reportCard);
        setMinWidth(316);
        setPrefWidth(400);
    }

    private VBox words() {
        started.setWrapText(true);
        started.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(6, Text.strong("RTO clock"), line("used", Text.dense("used"), used), line("needs", Text.dense("plan needs"), needs),
                line("spare", spareName, spare), Text.rule(), started, backup());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        return words;
    }

    private HBox backup() {
        point.setWrapText(true);
        point.setMinHeight(USE_PREF_SIZE);
        HBox backup = new HBox(6, copied, point);
        HBox.setHgrow(point, Priority.ALWAYS);
        return backup;
    }

    private static HBox line(String swatch, Label text, Label value) {
        javafx.scene.layout.Region colour = new javafx.scene.layout.Region();
        colour.getStyleClass().addAll("swatch", swatch);
        HBox line = new HBox(8, colour, text, value);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    void show(RollbackModel model) {
        model.clock().ifPresentOrElse(clock -> {
            ring.show(clock.usedShare(), clock.needsShare(), clock.left(), clock.objective());
            used.setText(RtoRing.clock(clock.used()));
            needs.setText(RtoRing.clock(clock.needs()));
            spare.setText(RtoRing.clock(clock.spare().abs()));
            spareName.setText(clock.spare().toSeconds() < 0 ? "too long by" : "to spare");
            started.setText("Since " + Format.clock(clock.since()) + ", when " + clock.from() + ". Disaster recovery limit "
                    + Format.stopwatch(RecoveryClock.DISASTER) + ".");
        }, () -> {
            Duration objective = model.goal().time();
            ring.show(0, Math.min(1, model.needs().toMillis() / (double) objective.toMillis()), objective, objective);
            spareName.setText("to spare");
            used.setText("–");
            needs.setText(model.needs().isZero() ? "–" : RtoRing.clock(model.needs()));
            spare.setText(RtoRing.clock(objective.minus(model.needs())));
            started.setText("Not running: nothing is failing.");
        });
        copied.show(model.goal().state());
        point.setText(model.goal().sentence());
        showChecks(model);
    }

    private void showChecks(RollbackModel model) {
        List<RollbackCheck> all = model.checks();
        long running = all.stream().filter(check -> check.state() == State.RUNNING).count();
        long done = all.stream().filter(check -> check.state() == State.DONE).count();
        long failed = all.stream().filter(check -> check.state() == State.FAILED).count();
        if (failed > 0) {
            checking.show(State.FAILED, failed + " failed");
        } else if (!all.isEmpty() && done == all.size()) {
            checking.show(State.DONE, "All " + done + " passed");
        } else if (running > 0) {
            checking.show(State.RUNNING, running + " running");
        } else {
            checking.show(State.PLANNED, all.isEmpty() ? "Nothing planned" : "Starts by itself");
        }
        checks.getChildren().setAll(all.isEmpty() ? List.of(Text.dense("The plan names no checks."))
                : all.stream().map(RollbackSide::line).toList());
    }

    private static Node line(RollbackCheck check) {
        Label title = Text.dense(check.title());
        title.setMinWidth(120);
        Label progress = Text.of(check.progress(), "t-mono-small");
        progress.setMinWidth(0);
        HBox line = new HBox(8, new StateGlyph(check.state(), 13), title, Text.gap(), progress);
        line.setAlignment(Pos.CENTER_LEFT);
        Tooltip.install(line, new Tooltip(check.title() + (check.progress().isEmpty() ? "" : ": " + check.progress())));
        return line;
    }

    /** @param markdown empty while there is nothing to report */
    void report(String markdown) {
        if (!report.getText().equals(markdown)) {
            report.setText(markdown);
        }
        Text.visible(reportCard, !markdown.isEmpty());
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(report.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
