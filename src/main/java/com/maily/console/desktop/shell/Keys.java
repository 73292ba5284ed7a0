package com.maily.console.desktop.shell;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Turns keys into actions. Single letters count only while no text is being typed; held keys come as down and up. */
final class Keys {
    private final Consumer<Action> act;
    private final BiConsumer<Action, Boolean> hold;
    private final Consumer<Action> cancel;
    private final IntConsumer go;
    private final EventHandler<KeyEvent> onDown = this::down;
    private final EventHandler<KeyEvent> onUp = this::up;
    private final InvalidationListener onFocus = _ -> cancelled();
    private Optional<Action> held = Optional.empty();
    private @Nullable Scene listened;
    private ObservableValue<Boolean> focused = new SimpleObjectProperty<>(true);

    /** @param cancel a held key that must not count any more, however long it was held */
    Keys(Consumer<Action> act, BiConsumer<Action, Boolean> hold, Consumer<Action> cancel, IntConsumer go) {
        this.act = act;
        this.hold = hold;
        this.cancel = cancel;
        this.go = go;
    }

    void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, onDown);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, onUp);
        focused = scene.windowProperty().flatMap(Window::focusedProperty);
        focused.addListener(onFocus);
        listened = scene;
    }

    /** A closed shell must not hear keys any more: the scene goes on with another environment. */
    void stop() {
        cancelled();
        if (listened != null) {
            listened.removeEventFilter(KeyEvent.KEY_PRESSED, onDown);
            listened.removeEventFilter(KeyEvent.KEY_RELEASED, onUp);
            focused.removeListener(onFocus);
        }
    }

    private void up(KeyEvent event) {
        if (held.filter(action -> action.code() == event.getCode()).isPresent()) {
            Action released = held.get();
            held = Optional.empty();
            hold.accept(released, false);
        }
    }

    private void down(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && held.isPresent()) {
            cancelled();
            event.consume();
            return;
        }
        if (event.isControlDown() && event.getCode().isDigitKey() && !event.isShiftDown()) {
            go.accept(event.getCode().getCode() - KeyCode.DIGIT1.getCode());
            event.consume();
            return;
        }
        boolean typing = listened != null && listened.getFocusOwner() instanceof TextInputControl;
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

    private void cancelled() {
        held.ifPresent(cancel);
        held = Optional.empty();
    }
}
