package com.maily.console.desktop.shell;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.Wording;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.KeyCap;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is wrong, what happened last, and whether the journal holds. */
final class BottomStrip extends HBox {
    private static final int ROWS = 2;
    private final Consumer<Action> act;
    private final VBox alerts = new VBox();
    private final VBox ticker = new VBox();
    private final StateGlyph chain = new StateGlyph(State.QUEUED, 13);
    private final Label journal = Text.dense("Checking the journal");

    BottomStrip(Consumer<Action> act) {
        this.act = act;
        getStyleClass().add("bottom-strip");
        alerts.getStyleClass().addAll("strip-cell", "first");
        ticker.getStyleClass().add("strip-cell");
        alerts.setPrefWidth(500);
        alerts.setMinWidth(200);
        ticker.setPrefWidth(620);
        ticker.setMinWidth(200);
        HBox.setHgrow(alerts, Priority.SOMETIMES);
        HBox.setHgrow(ticker, Priority.ALWAYS);
        HBox badge = row(chain, journal);
        HBox open = row(new KeyCap(Action.JOURNAL.keys()), Text.label("open journal"));
        badge.setAlignment(Pos.CENTER_RIGHT);
        open.setAlignment(Pos.CENTER_RIGHT);
        VBox right = new VBox(badge, open);
        right.getStyleClass().add("strip-cell");
        right.setMinWidth(Region.USE_PREF_SIZE);
        right.setOnMouseClicked(_ -> act.accept(Action.JOURNAL));
        getChildren().setAll(alerts, ticker, right);
    }

    void showAlerts(List<Alert> found) {
        boolean all = found.size() <= ROWS;
        alerts.getChildren().setAll(found.stream().limit(all ? ROWS : ROWS - 1).map(this::row).toList());
        if (!all) {
            alerts.getChildren().add(Text.label("and " + (found.size() - 1) + " more"));
        }
        if (found.isEmpty()) {
            alerts.getChildren().setAll(row(new StateGlyph(State.DONE, 13), Text.dense("No alerts")));
        }
    }

    void showNews(List<Entry> newest, History history) {
        ticker.getChildren().setAll(newest.reversed().stream().filter(BottomStrip::news).limit(ROWS)
                .map(entry -> row(entry, history)).toList());
        if (ticker.getChildren().isEmpty()) {
            ticker.getChildren().setAll(Text.label("Nothing has happened yet"));
        }
    }

    void showChain(Optional<Journal.ChainCheck> check, long size) {
        boolean holds = check.filter(Journal.ChainCheck::holds).isPresent();
        chain.show(check.isEmpty() ? State.QUEUED : holds ? State.DONE : State.FAILED);
        journal.setText(check.isEmpty() ? "Checking the journal" : holds ? "Journal verified " + Format.number(size)
                : "Journal broken at " + Format.number(check.get().firstBad()));
    }

    /** What a step notes while it waits is for the drawer, not for the ticker. */
    private static boolean news(Entry entry) {
        return !(entry.event() instanceof Event.StepNoted);
    }

    private Node row(Alert alert) {
        Label source = Text.label(alert.source());
        source.setMinWidth(Region.USE_PREF_SIZE);
        Label age = Text.of(alert.age(), "t-mono-small");
        age.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = row(new StateGlyph(alert.state(), 13), Text.of(alert.text(), "t-dense-strong"), Text.gap(), source, age);
        alert.action().ifPresent(action -> {
            Button button = Buttons.plain("Restore", () -> act.accept(action));
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setAccessibleText(action.text());
            row.getChildren().add(3, button);
        });
        return row;
    }

    private static Node row(Entry entry, History history) {
        Label clock = Text.of(Format.clock(entry.at()), "t-mono-small");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        Optional<Deployment> run = history.deployment(entry.deployment());
        Label subject = Text.of(run.map(known -> Wording.subject(entry.event(), known)).orElse(""), "t-dense-strong");
        subject.setMinWidth(Region.USE_PREF_SIZE);
        return row(clock, new StateGlyph(EventState.of(entry.event()), 13), subject, Text.dense(Wording.detail(entry.event())));
    }

    private static HBox row(Node... parts) {
        HBox row = new HBox(8, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
