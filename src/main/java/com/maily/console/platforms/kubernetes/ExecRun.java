package com.maily.console.platforms.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One run of a program to its end: nothing on its input, output and errors kept apart and bounded, and never longer than allowed.
 */
final class ExecRun {

    private static final int MOST = 1 << 20;
    /** How long what it wrote may still take to arrive once it has ended; a child of its may hold the pipe open for ever. */
    private static final Duration LATE = Duration.ofSeconds(1);

    /** @param output empty when there was more of it than any credential has */
    record Ended(int exit, String output, String errors) { }

    private ExecRun() { }

    /**
     * @throws IOException      when it cannot be started
     * @throws TimeoutException when it had to be ended
     */
    static Ended of(ExecPlugin plugin, Duration most) throws IOException, TimeoutException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(plugin.command());
        builder.environment().putAll(plugin.environment());
        builder.environment().put("KUBERNETES_EXEC_INFO", plugin.info());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            CompletableFuture<String> output = reading(process.getInputStream());
            CompletableFuture<String> errors = reading(process.getErrorStream());
            if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException();
            }
            return new Ended(process.exitValue(), arrived(output), arrived(errors));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static CompletableFuture<String> reading(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofVirtual().name("credential-plugin").start(() -> {
            try (stream) {
                byte[] read = stream.readNBytes(MOST);
                // More than fits is read to its end all the same, or the program would wait for us to take it.
                boolean more = stream.transferTo(OutputStream.nullOutputStream()) > 0;
                text.complete(more ? "" : new String(read, StandardCharsets.UTF_8));
            } catch (IOException ended) {
                text.completeExceptionally(new UncheckedIOException(ended));
            }
        });
        return text;
    }

    private static String arrived(CompletableFuture<String> text) throws InterruptedException {
        try {
            return text.get(LATE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException lost) {
            return "";
        }
    }
}
