package com.maily.console.desktop.widget;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Sends only after it has been held for a time, by mouse or by key, so that nothing dangerous happens by a slip. Letting go,
 * leaving, Escape, losing the focus or being disarmed cancels, and it says for two seconds that nothing was sent.
 */
public final class HoldButton extends StackPane {
    private static final long AFTERWORD = Duration.ofSeconds(2).toNanos();

    private enum Phase { IDLE, HOLDING, SENT, CANCELLED }

    private final LongSupplier nanoClock;
    private final Runnable send;
    private final Region fill = new Region();
    private final FontIcon icon;
    private final Label words = new Label();
    private final Label counter = new Label();
    private final KeyCap key = new KeyCap("");
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            tick();
        }
    };
    private Duration hold;
    private String text;
    private Phase phase = Phase.IDLE;
    private long since;

    public HoldButton(String text, String iconLiteral, Duration hold, Runnable send) {
        this(text, iconLiteral, hold, send, System::nanoTime);
    }

    /** @param nanoClock the clock the hold is measured with */
    public HoldButton(String text, String iconLiteral, Duration hold, Runnable send, LongSupplier nanoClock) {
        this.text = text;
        this.hold = hold;
        this.send = send;
        this.nanoClock = nanoClock;
        this.icon = Text.icon(iconLiteral, 15);
        getStyleClass().add("hold-button");
        fill.getStyleClass().add("fill");
        fill.setManaged(false);
        counter.getStyleClass().add("counter");
        HBox content = new HBox(icon, words, Text.gap(), counter, Text.visible(key, false));
        content.getStyleClass().add("content");
        getChildren().setAll(fill, content);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        listen();
        become(Phase.IDLE);
    }

    /** Without danger colours, for changes that can be taken back. */
    public HoldButton neutral() {
        getStyleClass().add("neutral");
        return this;
    }

    public HoldButton withKey(String name) {
        key.setText(name);
        Text.visible(key, true);
        return this;
    }

    /** Says something else from now on; what was being held is cancelled, because it was held for the old words. */
    public void show(String newText, Duration newHold) {
        if (newText.equals(text) && newHold.equals(hold)) {
            return;
        }
        release();
        text = newText;
        hold = newHold;
        if (phase == Phase.IDLE) {
            become(Phase.IDLE);
        }
    }

    /** Starts the hold; what a key held elsewhere in the window calls. Holding already is no new start. */
    public void press() {
        if (phase != Phase.HOLDING && phase != Phase.SENT && !isDisabled() && inView()) {
            become(Phase.HOLDING);
        }
    }

    /** Ends the hold; before its time nothing is sent. */
    public void release() {
        if (phase == Phase.HOLDING) {
            // Progress first: a hold whose time is up when the key comes up counts, whatever the frame rate.
            tick();
        }
        if (phase == Phase.HOLDING) {
            become(Phase.CANCELLED);
        }
    }

    public boolean holding() {
        return phase == Phase.HOLDING;
    }

    public String shownText() {
        return words.getText();
    }

    /** What cannot be seen must not be armed. */
    private boolean inView() {
        for (Node at = this; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return getScene() != null;
    }

    private void listen() {
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                press();
                // A scroll pane around it would take the focus for the same press, and losing the focus cancels.
                event.consume();
            }
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (!contains(event.getX(), event.getY())) {
                cancel();
            }
        });
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> cancel());
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyDown);
        addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (confirms(event)) {
                release();
                event.consume();
            }
        });
        focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                cancel();
            }
        });
        disabledProperty().addListener((_, _, disabled) -> {
            if (disabled) {
                cancel();
            }
        });
        sceneProperty().addListener((_, _, _) -> cancel());
        sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::focusedProperty).addListener((_, _, _) -> cancel());
    }

    private void keyDown(KeyEvent event) {
        if (confirms(event)) {
            press();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && phase == Phase.HOLDING) {
            cancel();
            event.consume();
        }
    }

    private static boolean confirms(KeyEvent event) {
        return event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
    }

    /** Unlike a release in time, leaving never sends. */
    public void cancel() {
        if (phase == Phase.HOLDING) {
            become(Phase.CANCELLED);
        }
    }

    private void tick() {
        long elapsed = nanoClock.getAsLong() - since;
        switch (phase) {
            case HOLDING -> {
                if (elapsed >= hold.toNanos()) {
                    become(Phase.SENT);
                    send.run();
                } else {
                    counter.setText(String.format(Locale.ROOT, "%.1f / %.1f s", elapsed / 1e9, hold.toMillis() / 1e3));
                    requestLayout();
                }
            }
            case SENT, CANCELLED -> {
                if (elapsed >= AFTERWORD) {
                    become(Phase.IDLE);
                }
            }
            case IDLE -> timer.stop();
        }
    }

    private void become(Phase next) {
        long now = nanoClock.getAsLong();
        String saying = switch (next) {
            case IDLE -> text;
            case HOLDING -> "Keep holding";
            case SENT -> "Sent, let go";
            case CANCELLED -> String.format(Locale.ROOT, "Let go at %.1f s, nothing sent", (now - since) / 1e9);
        };
        phase = next;
        since = now;
        getStyleClass().removeAll("holding", "sent", "cancelled");
        if (next != Phase.IDLE) {
            getStyleClass().add(next.name().toLowerCase(Locale.ROOT));
            timer.start();
        }
        words.setText(saying);
        counter.setText("");
        setAccessibleText(saying);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double share = phase == Phase.HOLDING ? (nanoClock.getAsLong() - since) / (double) hold.toNanos() : 0;
        fill.resizeRelocate(1, 1, Math.max(0, getWidth() - 2) * Math.clamp(share, 0, 1), Math.max(0, getHeight() - 2));
    }
}
