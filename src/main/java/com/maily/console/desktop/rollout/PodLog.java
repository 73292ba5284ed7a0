package com.maily.console.desktop.rollout;

import com.maily.console.core.port.Pod;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Subscription;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which pod's log is being read, if any: the one a person clicked, else the first of the step. FX thread only. */
final class PodLog implements Subscription {
    private final Optional<Pods> source;
    private final Runnable changed;
    private @Nullable LiveLog reader;
    private @Nullable List<String> lines;
    private String pod = "";
    private boolean running;

    PodLog(Optional<Pods> source, Runnable changed) {
        this.source = source;
        this.changed = changed;
    }

    /** Chooses a pod; empty lets the step's first one be taken. */
    void watch(String name) {
        stop();
        pod = name;
        start();
    }

    void offer(List<Pod> pods) {
        if (pods.stream().noneMatch(candidate -> candidate.name().equals(pod))) {
            String next = pods.stream().findFirst().map(Pod::name).orElse("");
            if (!next.equals(pod)) {
                watch(next);
            }
        }
    }

    /** Reads only while it is looked at. */
    void run(boolean inView) {
        running = inView;
        stop();
        start();
    }

    String title() {
        return pod.isEmpty() ? "What happened" : "Live log · " + pod;
    }

    Optional<List<String>> lines() {
        return pod.isEmpty() ? Optional.empty() : Optional.ofNullable(lines);
    }

    @Override
    public void close() {
        stop();
    }

    private void start() {
        if (running && !pod.isEmpty()) {
            String watched = pod;
            reader = source.map(pods -> new LiveLog(pods, watched, newest -> take(watched, newest))).orElse(null);
        }
    }

    private void take(String watched, List<String> newest) {
        if (watched.equals(pod)) {
            lines = newest;
            changed.run();
        }
    }

    private void stop() {
        if (reader != null) {
            reader.close();
        }
        reader = null;
        lines = null;
    }
}
