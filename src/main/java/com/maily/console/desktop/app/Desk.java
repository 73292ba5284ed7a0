package com.maily.console.desktop.app;

import com.maily.console.core.engine.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;

/** The one window, for callers that know nothing of JavaFX, and JavaFX itself from start to end. One per program; any thread but JavaFX's own. */
public final class Desk implements AutoCloseable {

    private final Window window;
    private final CountDownLatch closed;

    private Desk(Window window, CountDownLatch closed) {
        this.window = window;
        this.closed = closed;
    }

    /** Lets JavaFX start while its caller makes the console: neither waits for the other. */
    public static Opening begin() {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("javafx-start").start(() -> {
            try {
                Platform.startup(() -> started.complete(null));
            } catch (RuntimeException | Error e) {
                started.completeExceptionally(e);
            }
        });
        return new Opening(started);
    }

    /** JavaFX on its way or there, to be given what to show; closing it ends JavaFX. */
    public static final class Opening implements AutoCloseable {

        private final CompletableFuture<Void> started;

        private Opening(CompletableFuture<Void> started) {
            this.started = started;
        }

        public Desk open(Console console, String environment, boolean dark) {
            finished(started);
            return Desk.open(console, environment, dark);
        }

        @Override
        public void close() {
            started.thenRun(Platform::exit).exceptionally(_ -> null).join();
        }
    }

    private static Desk open(Console console, String environment, boolean dark) {
        Platform.setImplicitExit(false);
        CountDownLatch closed = new CountDownLatch(1);
        Window window = onFx(() -> {
            Window made = new Window(console, environment, dark);
            made.onClosed(closed::countDown);
            made.show();
            return made;
        });
        return new Desk(window, closed);
    }

    /** Waits until a person closes the window. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    public List<String> screens() {
        return onFx(window::screens);
    }

    /** Brings a screen into view, by its place in the rail. */
    public void go(int screen) {
        onFx(() -> window.go(screen));
    }

    /** Writes what the window shows now as a PNG. */
    public void picture(Path file) {
        onFx(() -> window.picture(file));
    }

    public void useDark(boolean dark) {
        onFx(() -> window.useDark(dark));
    }

    @Override
    public void close() {
        onFx(window::close);
    }

    private static void onFx(Runnable action) {
        onFx(() -> {
            action.run();
            return true;
        });
    }

    private static <T> T onFx(Supplier<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return finished(result);
    }

    private static <T> T finished(CompletableFuture<T> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the window was busy.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The window could not do that: " + e.getCause(), e.getCause());
        }
    }
}
