package com.maily.console.desktop.rollback;

import com.maily.console.desktop.rollback.RollbackModel.Mood;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Card;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.Progress;
import com.maily.console.desktop.widget.RtoRing;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is wrong, and the one button that undoes it. */
final class RollbackHero extends StackPane {

    static final Duration HOLD = Duration.ofSeconds(2);

    private final Card card = new Card();
    private final StateGlyph glyph = new StateGlyph(State.QUEUED, 30);
    private final Label headline = Text.title("");
    private final Label detail = Text.body("");
    private final Label elapsed = Text.of("", "t-metric");
    private final Label about = Text.label("");
    private final HoldButton hold;
    private final Label blocked = Text.of("", "t-dense", "state-word", "state-waiting");
    private final Label promise = Text.dense("");
    private final Progress progress = new Progress();
    private final Button stop;
    private final Button dryRun;
    private Runnable lead = () -> { };
    private final Button start = Buttons.withKey(Buttons.primary("Start a rollout", () -> lead.run()), "Ctrl S");

    RollbackHero(RollbackActions actions) {
        hold = new HoldButton("Roll back everything", "fth-rotate-ccw", HOLD, actions::rollBack).withKey("Ctrl Shift R");
        stop = Buttons.plain("Stop after this wave", actions::stop);
        dryRun = Buttons.withKey(Buttons.withIcon(Buttons.plain("Dry run", actions::dryRun), "fth-eye"), "D");
        card.getStyleClass().add("rollback-hero");
        detail.setWrapText(true);
        headline.setWrapText(true);
        headline.setMinHeight(USE_PREF_SIZE);
        detail.setMinHeight(USE_PREF_SIZE);
        blocked.setWrapText(true);
        VBox words = new VBox(2, headline, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox time = new VBox(0, elapsed, about);
        time.setAlignment(Pos.TOP_RIGHT);
        time.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(12, glyph, words, time);
        head.setAlignment(Pos.CENTER_LEFT);
        promise.setMinWidth(0);
        Text.visible(start, false);
        HBox foot = new HBox(8, promise, Text.gap(), dryRun, stop, start);
        foot.setAlignment(Pos.CENTER_LEFT);
        progress.setMinHeight(14);
        progress.setMaxHeight(14);
        card.setSpacing(10);
        card.getChildren().setAll(head, hold, progress, blocked, foot);
        getChildren().setAll(card);
        setMinHeight(USE_PREF_SIZE);
    }

    void show(RollbackModel model) {
        show(model.mood());
        headline.setText(model.headline());
        detail.setText(model.detail());
        Text.visible(detail, !model.detail().isEmpty());
        boolean planning = switch (model.mood()) {
            case FAILING, READY, LOADING -> true;
            case NOTHING, UNPLANNED, NOT_BACK, GOING_BACK, BACK -> false;
        };
        Text.visible(hold, planning);
        if (planning) {
            hold.show(model.button(), HOLD);
        }
        hold.setDisable(!model.mayHold());
        blocked.setText(model.blocked());
        Text.visible(blocked, planning && !model.blocked().isEmpty());
        showProgress(model, planning);
    }

    private void show(Mood mood) {
        State state = switch (mood) {
            case NOTHING -> State.DONE;
            case UNPLANNED -> State.STALE;
            case LOADING -> State.QUEUED;
            case FAILING, NOT_BACK -> State.FAILED;
            case READY -> State.PLANNED;
            case GOING_BACK, BACK -> State.ROLLED_BACK;
        };
        glyph.show(state);
        switch (mood) {
            case FAILING, NOT_BACK, GOING_BACK, BACK -> card.edge(state);
            case NOTHING, UNPLANNED, LOADING, READY -> card.unedge();
        }
        Text.visible(stop, mood == Mood.GOING_BACK);
        Text.visible(start, mood == Mood.NOTHING);
        Text.visible(dryRun, mood != Mood.GOING_BACK);
    }

    private void showProgress(RollbackModel model, boolean planning) {
        boolean going = model.mood() == Mood.GOING_BACK;
        boolean ran = going || model.mood() == Mood.BACK || model.mood() == Mood.NOT_BACK;
        Text.visible(progress, ran);
        progress.show(model.progress());
        elapsed.setText(ran ? RtoRing.clock(model.running()) : "");
        about.setText(ran ? (going ? "of about " : "planned ") + RtoRing.clock(model.needs()) : "");
        promise.setText(planning && !model.rows().isEmpty() ? model.rows().stream().filter(RollbackRow::included).count()
                + " components, back in about " + RtoRing.clock(model.needs()) + ". The database stays as it is." : ran
                ? Math.round(model.progress() * 100) + " % of the plan is done"
                        + (going ? ", " + Format.duration(model.running()) + " so far" : "")
                : "");
    }

    void leads(Runnable toStart) {
        lead = toStart;
    }

    HoldButton hold() {
        return hold;
    }
}
