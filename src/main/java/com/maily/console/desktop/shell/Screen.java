package com.maily.console.desktop.shell;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;

/** One place of the navigation rail. The shell knows screens only by this; all calls come on the FX thread. */
public interface Screen extends AutoCloseable {
    String title();

    /** A Feather icon: {@code fth-layout}. */
    String icon();

    Node node();

    /** Called when the screen comes into view and when it leaves it; what is out of view should not work. */
    void shown(boolean inView);

    /** What stands on its icon in the rail. */
    default ReadOnlyObjectProperty<Badge> badge() {
        return new SimpleObjectProperty<>(Badge.NONE);
    }

    /** Whether the screen has an answer to an action; the shell then brings it into view first if need be. */
    default boolean handles(Action action) {
        return false;
    }

    /** Does what the action says, which never is to send something risky: at most it opens the preview. */
    default void act(Action action) { }

    /** A key that must be held went down or came up; down may be repeated. */
    default void hold(Action action, boolean down) { }

    /** What was being held is not to happen after all: Escape, or the window lost the focus. */
    default void letGo(Action action) {
        hold(action, false);
    }

    /** Given once: how a screen with nothing to show leads to where it can be changed. */
    default void leads(Consumer<Action> act) { }

    /** Ends what the screen follows. */
    @Override
    default void close() { }
}
