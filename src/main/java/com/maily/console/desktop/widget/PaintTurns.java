package com.maily.console.desktop.widget;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/**
 * Lets many charts that change together be painted over several frames, so that no single frame waits for all of them. The one
 * under the mouse comes first. FX thread only.
 */
final class PaintTurns {

    /** One that waits for its turn. */
    interface Painter {
        void takeTurn();
    }

    /** What painting may take of a frame's 16.7 ms: rendering takes about twice as long. */
    private static final long BUDGET = TimeUnit.MICROSECONDS.toNanos(1_500);

    /** Frames without work after which it stops: one that stops at once would miss every second frame of a movement. */
    private static final int PATIENCE = 10;

    private final Deque<Painter> waiting = new ArrayDeque<>();
    private @Nullable AnimationTimer frames;
    private int idle;

    /** Asks for one painting, however often before it comes. */
    void ask(Painter painter) {
        if (!waiting.contains(painter)) {
            waiting.addLast(painter);
            wake();
        }
    }

    /** Asks to be painted before all others. */
    void askFirst(Painter painter) {
        waiting.remove(painter);
        waiting.addFirst(painter);
        wake();
    }

    /** JavaFX need not be there before something is painted. */
    private void wake() {
        if (frames == null) {
            frames = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    idle = waiting.isEmpty() ? idle + 1 : 0;
                    paintSome();
                    if (idle > PATIENCE) {
                        stop();
                    }
                }
            };
        }
        idle = 0;
        frames.start();
    }

    private void paintSome() {
        long begun = System.nanoTime();
        // At least one each frame: a painter that takes longer than the budget must not wait for ever.
        for (Painter next = waiting.poll(); next != null; next = waiting.poll()) {
            next.takeTurn();
            if (System.nanoTime() - begun > BUDGET) {
                return;
            }
        }
    }
}
