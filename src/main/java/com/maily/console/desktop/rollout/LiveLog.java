package com.maily.console.desktop.rollout;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Subscription;
import com.maily.console.desktop.fx.Latest;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Reads a pod's log again and again on a thread of its own until it is closed. */
final class LiveLog implements Subscription {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int LINES = 300;
    private final Thread reader;

    LiveLog(Pods pods, String pod, Consumer<List<String>> show) {
        Latest<List<String>> latest = new Latest<>(show);
        reader = Thread.ofVirtual().name("log of " + pod).start(() -> follow(pods, pod, latest));
    }

    private static void follow(Pods pods, String pod, Latest<List<String>> latest) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                latest.publish(read(pods, pod));
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> read(Pods pods, String pod) {
        try {
            return pods.log(pod, LINES);
        } catch (FailureException e) {
            return List.of(e.failure().what(), e.failure().why(), e.failure().advice());
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
