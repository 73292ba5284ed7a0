package com.maily.console.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import org.testfx.util.WaitForAsyncUtils;

/** Gaps between frames in milliseconds, over fifteen seconds after four that are not counted. */
public final class Frames extends AnimationTimer {

    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(4);
    private static final long MEASURED = TimeUnit.SECONDS.toNanos(15);

    private final CompletableFuture<Spread> done = new CompletableFuture<>();
    private final List<Double> gaps = new ArrayList<>();
    private long first;
    private long last;

    private final Runnable warm;

    private Frames(Runnable warm) {
        this.warm = warm;
    }

    /** Any thread but JavaFX's own. */
    public static Spread measured() throws Exception {
        return measured(() -> { });
    }

    /** @param warm called on the FX thread when the frames begin to count */
    static Spread measured(Runnable warm) throws Exception {
        Frames frames = new Frames(warm);
        WaitForAsyncUtils.waitForAsyncFx(5_000, frames::start);
        return frames.done.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void handle(long now) {
        first = first == 0 ? now : first;
        if (now - first > WARM_UP && last != 0) {
            if (gaps.isEmpty()) {
                warm.run();
            }
            gaps.add((now - last) / 1e6);
        }
        last = now;
        if (now - first > WARM_UP + MEASURED) {
            stop();
            done.complete(Spread.of(gaps));
        }
    }
}
