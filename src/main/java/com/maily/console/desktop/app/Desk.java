package com.maily.console.desktop.app;

import com.maily.console.core.engine.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;

/** JavaFX from start to end with one window on it, for callers that know nothing of JavaFX. One per program; any thread but JavaFX's own. */
public final class Desk implements AutoCloseable {

    private final Window window;
    private final CountDownLatch closed;

    private Desk(Window window, CountDownLatch closed) {
        this.window = window;
        this.closed = closed;
    }

    public static Desk open(Console console, String environment, boolean dark) {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        finished(started);
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
        Platform.exit();
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
