package com.maily.console.desktop.rollback;

import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Card;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The rollback screen's nodes. */
final class RollbackView extends HBox {

    private static final String PREVIOUS = "previous version";

    private final RollbackHero hero;
    private final RollbackTable table;
    private final RollbackSide side;
    private final ComboBox<String> versions = new ComboBox<>();
    private final Label checked = Text.label("");
    private final Label untouched = Text.label("");
    private final Label command = Text.of("", "t-mono-small");
    private final HBox answer = new HBox(8);
    private final Label answered = Text.dense("");
    private final RehearsalCard rehearsal;
    private final ScrollPane right;
    private boolean showing;

    RollbackView(Theme theme, RollbackActions actions) {
        super(12);
        hero = new RollbackHero(actions);
        table = new RollbackTable(theme, actions);
        side = new RollbackSide(theme);
        getStyleClass().addAll("screen", "rollback-screen");
        getStylesheets().add(Objects.requireNonNull(RollbackView.class.getResource("/assets/theme/screens.css"))
                .toExternalForm());
        versions.setAccessibleText("Version to go back to");
        versions.valueProperty().addListener((_, _, version) -> {
            if (!showing && version != null) {
                actions.version(version.equals(PREVIOUS) ? Optional.empty() : Optional.of(version));
            }
        });
        answered.setWrapText(true);
        answer.getChildren().setAll(new StateGlyph(State.FAILED, 14), answered);
        answer.setAlignment(Pos.CENTER_LEFT);
        Text.visible(answer, false);
        VBox left = new VBox(12, hero, answer, plan(actions));
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        rehearsal = new RehearsalCard(this::closeRehearsal);
        right = new ScrollPane(side);
        right.setFitToWidth(true);
        right.setFitToHeight(true);
        right.getStyleClass().add("plain-scroll");
        right.setMinWidth(332);
        right.setPrefWidth(412);
        widthProperty().addListener((_, _, wide) -> right.setPrefWidth(wide.doubleValue() < 1_200 ? 332 : 412));
        getChildren().setAll(left, right);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && right.getContent() != side) {
                closeRehearsal();
                event.consume();
            }
        });
    }

    private Card plan(RollbackActions actions) {
        HBox head = new HBox(8, Text.strong("Plan"), checked, Text.gap(),
                Buttons.quiet("Revisions…", actions::revisions), Text.label("to"), versions);
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        command.setMinWidth(0);
        untouched.setMinWidth(0);
        HBox foot = new HBox(8, untouched, Text.gap(), command, Buttons.icon("fth-copy", "Copy the command", this::copy));
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setStyle("-fx-padding: 4 8 4 16;");
        VBox.setVgrow(table, Priority.SOMETIMES);
        Card card = new Card(head, table, Text.rule(), foot).bare();
        card.setMaxHeight(Double.MAX_VALUE);
        return card;
    }

    void rehearsed(Rehearsal found) {
        rehearsal.show(found);
        right.setContent(rehearsal);
        right.setVvalue(0);
    }

    void revisions(RevisionCard card) {
        right.setContent(card);
        right.setVvalue(0);
    }

    void closeRehearsal() {
        right.setContent(side);
    }

    /** What leads out of here when there is nothing to roll back. */
    void leads(Runnable start) {
        hero.leads(start);
    }

    void show(RollbackModel model, String age) {
        hero.show(model);
        table.show(model);
        side.show(model);
        checked.setText(age);
        untouched.setText(model.untouched());
        command.setText(model.command());
        showing = true;
        List<String> choices = new ArrayList<>(List.of(PREVIOUS));
        choices.addAll(model.versions());
        if (!versions.getItems().equals(choices)) {
            versions.getItems().setAll(choices);
            versions.setValue(PREVIOUS);
        }
        showing = false;
        versions.setDisable(model.mood() == RollbackModel.Mood.GOING_BACK);
    }

    void report(String markdown) {
        side.report(markdown);
    }

    /** Says why a command was not taken; empty to say nothing. */
    void refused(String why) {
        answered.setText(why);
        Text.visible(answer, !why.isEmpty());
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(command.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    HoldButton hold() {
        return hero.hold();
    }
}
