package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.Deployment;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can I do: the one thing that waits for a person, with its main choice. */
final class NeedCard extends HBox {
    private final StateGlyph glyph = new StateGlyph(State.DONE, 28);
    private final Label title = Text.heading("");
    private final Label detail = Text.dense("");
    private final Label waiting = Text.of("", "t-mono-small");
    private final Tooltip whole = new Tooltip();
    private final Button review;
    private final Button pause;
    private final Button start;
    private boolean narrow;
    private boolean pausable;

    NeedCard(Runnable onReview, Runnable onPause, Runnable onStart) {
        super(12);
        getStyleClass().addAll("card", "dense");
        setAlignment(Pos.CENTER_LEFT);
        review = Buttons.withKey(Buttons.primary("Review", onReview), "A");
        pause = Buttons.withKey(Buttons.plain("Pause run", onPause), "P");
        start = Buttons.primary("Start a rollout", onStart);
        review.setMinWidth(Region.USE_PREF_SIZE);
        pause.setMinWidth(Region.USE_PREF_SIZE);
        start.setMinWidth(Region.USE_PREF_SIZE);
        detail.setWrapText(true);
        detail.setMinHeight(16);
        detail.setMaxHeight(34);
        detail.setTooltip(whole);
        VBox words = new VBox(1, title, detail, waiting);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(glyph, words, review, pause, start);
    }

    /** @param unknown why nobody can say how the run is, empty when it is known */
    void show(Optional<Need> need, Deployment run, Instant now, Optional<String> unknown) {
        getStyleClass().setAll("card", "dense");
        need.ifPresentOrElse(found -> showNeed(found, now), () -> showQuiet(run, unknown));
        Text.visible(review, need.isPresent());
        pausable = !run.over();
        Text.visible(pause, pausable && !narrow);
        Text.visible(start, run.over());
        pause.setText(run.status() == Deployment.Status.PAUSED ? "Resume…" : "Pause run");
    }

    /** Where there is little room the pause button stands in the drawer only; its key works all the same. */
    void narrow(boolean isNarrow) {
        narrow = isNarrow;
        Text.visible(pause, pausable && !narrow);
        review.setContentDisplay(narrow ? ContentDisplay.TEXT_ONLY : ContentDisplay.RIGHT);
    }

    void showNothing() {
        getStyleClass().setAll("card", "dense");
        glyph.show(State.PLANNED);
        say("Nothing has run here", "Start the first rollout", "");
        Text.visible(review, false);
        pausable = false;
        Text.visible(pause, false);
        Text.visible(start, true);
    }

    private void showNeed(Need need, Instant now) {
        getStyleClass().addAll("edged", need.state().styleClass());
        glyph.show(need.state());
        say(need.title(), need.detail(), need.since()
                .map(at -> (need.state() == State.FAILED ? "failed " : "waiting ") + Format.age(at, now)
                + (need.state() == State.FAILED ? " ago" : "")).orElse("")
                + (need.more() == 0 ? "" : (need.since().isPresent() ? ", " : "") + need.more() + " more"));
    }

    private void showQuiet(Deployment run, Optional<String> unknown) {
        glyph.show(run.over() ? State.PLANNED : unknown.isPresent() ? State.STALE : State.DONE);
        say(run.over() ? "Nothing runs now" : "Nothing needs you", run.over() ? run.plan().environment() + " is free"
                : unknown.map(_ -> "The run goes on when the platform answers again").orElse("The run goes on by itself"), "");
    }

    private void say(String what, String more, String since) {
        title.setText(what);
        detail.setText(more);
        whole.setText(more);
        waiting.setText(since);
        Text.visible(waiting, !since.isEmpty());
        setAccessibleText(what + ". " + more);
    }
}
