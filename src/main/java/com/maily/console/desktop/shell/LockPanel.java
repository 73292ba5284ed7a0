package com.maily.console.desktop.shell;

import com.maily.console.core.model.Failure;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.ErrorPanel;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Says who holds the environment, and lets a person take it from them: with a reason, and by force only by holding. */
final class LockPanel extends StackPane {

    private static final Duration HOLD = Duration.ofMillis(1500);

    private final StateGlyph glyph = new StateGlyph(State.STALE, 16);
    private final Label words = Text.body("");
    private final TextField reason = new TextField();
    private final Button takeOver;
    private final HoldButton breakIt;
    private final VBox answer = new VBox();
    private LockModel model = LockModel.of(LockReading.UNREAD, Instant.EPOCH);

    /** @param onTakeOver given the reason; so is {@code onBreak} */
    LockPanel(String environment, Consumer<String> onTakeOver, Consumer<String> onBreak) {
        Region scrim = new Region();
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(_ -> close());
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        reason.setPromptText("Why; whoever holds it will read it");
        reason.setId("lock-reason");
        reason.textProperty().addListener((_, _, _) -> arm());
        takeOver = Buttons.primary("Take over", () -> onTakeOver.accept(reason.getText().strip()));
        takeOver.setId("lock-take-over");
        breakIt = new HoldButton("Hold 1.5 s to break it by force", "fth-lock", HOLD, () ->
                onBreak.accept(reason.getText().strip()));
        breakIt.setId("lock-break");
        HBox head = new HBox(8, glyph, Text.heading("Lock of " + environment), Text.gap(),
                Buttons.icon("fth-x", "Close", this::close));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox panel = new VBox(12, head, words, reason, new HBox(8, takeOver, breakIt), Text.dense(
                "Whoever holds it stops writing at once. Both are on record."), answer);
        panel.getStyleClass().add("palette");
        panel.setPadding(new Insets(16));
        panel.setMaxSize(560, Region.USE_PREF_SIZE);
        StackPane.setAlignment(panel, Pos.TOP_CENTER);
        StackPane.setMargin(panel, new Insets(96, 24, 24, 24));
        getChildren().setAll(scrim, panel);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            }
        });
        Text.visible(this, false);
        arm();
    }

    void open() {
        answer.getChildren().clear();
        Text.visible(this, true);
        reason.requestFocus();
    }

    void close() {
        breakIt.release();
        Text.visible(this, false);
    }

    void show(LockModel newest) {
        model = newest;
        glyph.show(newest.state());
        words.setText(newest.sentence());
        arm();
    }

    void refused(Failure why) {
        answer.getChildren().setAll(new ErrorPanel(why));
    }

    /** Nothing is sent without a reason, and nothing that the lock's state does not allow. */
    private void arm() {
        boolean said = !reason.getText().isBlank();
        takeOver.setDisable(!said || !model.mayTakeOver());
        breakIt.setDisable(!said || !model.mayBreak());
    }
}
