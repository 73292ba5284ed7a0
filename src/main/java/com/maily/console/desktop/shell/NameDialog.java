package com.maily.console.desktop.shell;

import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Text;
import java.util.concurrent.CompletableFuture;
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

/** Asks for a protected environment's name before an order goes out: nothing is sent until exactly that is typed. */
final class NameDialog extends StackPane {

    private final Label question = Text.body("");
    private final TextField field = new TextField();
    private final Button send = Buttons.danger("Send it", this::send);
    private CompletableFuture<String> answer = CompletableFuture.completedFuture("");
    private String wanted = "";

    NameDialog() {
        Region scrim = new Region();
        scrim.getStyleClass().add("scrim");
        question.setWrapText(true);
        field.setId("environment-name");
        send.setId("send-confirmed");
        field.textProperty().addListener((_, _, typed) -> send.setDisable(!typed.equals(wanted)));
        field.setOnAction(_ -> send());
        HBox buttons = new HBox(8, Text.gap(), Buttons.quiet("Don't send", () -> finish("")), send);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox panel = new VBox(12, Text.heading("This environment is protected"), question, field, buttons);
        panel.getStyleClass().addAll("card", "drawer");
        panel.setMaxSize(520, Region.USE_PREF_SIZE);
        getChildren().setAll(scrim, panel);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                finish("");
                event.consume();
            }
        });
        Text.visible(this, false);
    }

    /**
     * FX thread. @return completed with the name, or with nothing when it is not to be sent; a new question ends the one before
     */
    CompletableFuture<String> ask(String environment, String what) {
        finish("");
        wanted = environment;
        answer = new CompletableFuture<>();
        question.setText(what + " Type " + environment + " to send it.");
        field.clear();
        send.setDisable(true);
        Text.visible(this, true);
        field.requestFocus();
        return answer;
    }

    private void send() {
        if (field.getText().equals(wanted)) {
            finish(wanted);
        }
    }

    /** Nothing is sent when the window goes away either. */
    void finish(String typed) {
        Text.visible(this, false);
        answer.complete(typed);
    }
}
