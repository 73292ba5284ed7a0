package com.maily.console.desktop.fx;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * The only place where work crosses to the JavaFX thread. However often {@link #wake} is called, at most one hop is pending, and
 * what it brings is shown with the next pulse, so a flood of events costs one redraw a frame.
 */
final class FxBridge {
    private final AtomicBoolean pending = new AtomicBoolean();
    private final AtomicLong hops = new AtomicLong();
    private final Runnable deliver;

    FxBridge(Runnable deliver) {
        this.deliver = deliver;
    }

    void wake() {
        if (pending.compareAndSet(false, true)) {
            hops.incrementAndGet();
            Platform.runLater(() -> new NextPulse().start());
        }
    }

    /** How often the thread was crossed; for those who watch the cost. */
    long hops() {
        return hops.get();
    }

    private final class NextPulse extends AnimationTimer {
        @Override
        public void handle(long now) {
            stop();
            // Cleared before delivering: what arrives meanwhile asks for a hop of its own and is not lost.
            pending.set(false);
            deliver.run();
        }
    }
}
