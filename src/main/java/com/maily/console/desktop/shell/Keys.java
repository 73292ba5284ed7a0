package com.maily.console.desktop.shell;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Turns keys into actions. Single letters count only while no text is being typed; held keys come as down and up. */
final class Keys {
    private final Consumer<Action> act;
    private final BiConsumer<Action, Boolean> hold;
    private final IntConsumer go;
    private Optional<Action> held = Optional.empty();

    Keys(Consumer<Action> act, BiConsumer<Action, Boolean> hold, IntConsumer go) {
        this.act = act;
        this.hold = hold;
        this.go = go;
    }

    void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> down(scene, event));
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (held.filter(action -> action.code() == event.getCode()).isPresent()) {
                letGo();
            }
        });
        scene.windowProperty().flatMap(window -> window.focusedProperty()).addListener((_, _, focused) -> {
            if (!Boolean.TRUE.equals(focused)) {
                letGo();
            }
        });
    }

    private void down(Scene scene, KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && held.isPresent()) {
            letGo();
            event.consume();
            return;
        }
        if (event.isControlDown() && event.getCode().isDigitKey() && !event.isShiftDown()) {
            go.accept(event.getCode().getCode() - KeyCode.DIGIT1.getCode());
            event.consume();
            return;
        }
        boolean typing = scene.getFocusOwner() instanceof TextInputControl;
        Action.of(event).filter(action -> !(typing && action.plain())).ifPresent(action -> {
            if (action.held() && held.isEmpty()) {
                // Only the first press counts: a key that repeats while the screen changes must not start anything.
                held = Optional.of(action);
                hold.accept(action, true);
            } else if (!action.held()) {
                act.accept(action);
            }
            event.consume();
        });
    }

    private void letGo() {
        held.ifPresent(action -> hold.accept(action, false));
        held = Optional.empty();
    }
}
