package com.maily.console.desktop.rollback;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.rollback.RollbackModel.Checked;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Makes the plan and its preflight on another thread, one at a time; several wishes meanwhile become one. FX thread only. */
final class RollbackPreviews {

    /** @param sequence how long the journal was when it was asked for */
    record Made(Checked checked, RollbackChoice choice, long sequence) { }

    /** After the run changed the plan is made again, but not more often than this on the wall. */
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(5);

    private final Console console;
    private final String environment;
    private final Consumer<Made> shown;
    private final Latest<Made> latest = new Latest<>(this::made);
    private boolean making;

    /** @param shown called on the FX thread */
    RollbackPreviews(Console console, String environment, Consumer<Made> shown) {
        this.console = console;
        this.environment = environment;
        this.shown = shown;
    }

    void make(RollbackChoice choice, long sequence) {
        if (making) {
            return;
        }
        making = true;
        Commands.Undo undo = choice.undo(environment, console.workspace().in(environment), "");
        Thread.ofVirtual().name("rollback preview").start(() -> {
            Instant asked = console.time().instant();
            Commands.Preview preview = RollbackAsk.preview(console.commands(), undo);
            latest.publish(new Made(new Checked(preview, asked, inTime(RollbackModel.FRESH)), choice, sequence));
        });
    }

    /** @param size how long the journal is now */
    boolean outdated(Made made, long size, Instant now) {
        Duration age = Duration.between(made.checked().at(), now);
        boolean moved = made.sequence() != size && age.compareTo(inTime(AT_MOST_EVERY)) > 0;
        // Half of what a preview may be trusted for: it is new again before it gets too old under somebody's finger.
        return moved || age.compareTo(inTime(RollbackModel.FRESH).dividedBy(2)) > 0;
    }

    /** What passes in the environments meanwhile. */
    private Duration inTime(Duration wall) {
        return Duration.ofNanos((long) (wall.toNanos() * console.time().rate()));
    }

    private void made(Made newest) {
        making = false;
        shown.accept(newest);
    }
}
