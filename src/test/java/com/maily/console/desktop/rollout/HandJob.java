package com.maily.console.desktop.rollout;

import com.maily.console.core.model.Component;
import com.maily.console.core.port.Job;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.LogLine;
import com.maily.console.core.port.LogNews;
import com.maily.console.core.port.LogSource;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.PodEvent;
import com.maily.console.core.port.PodUsage;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A job whose pod and log come when a test says so. */
final class HandJob implements JobRunner, Pods {

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<Consumer<LogNews>> listeners = new CopyOnWriteArrayList<>();
    volatile boolean created;

    void tell(LogNews news) {
        listeners.forEach(listener -> listener.accept(news));
    }

    void writes(String... lines) {
        tell(new LogNews.Lines(Stream.of(lines).map(line -> new LogLine(Optional.empty(), line)).toList()));
    }

    @Override
    public Optional<LogSource> logSource(String name) {
        asked.add(name);
        return created ? Optional.of(new LogSource("maily", name + "-x7k2p", "job", false, 500)) : Optional.empty();
    }

    @Override
    public Subscription follow(LogSource source, Consumer<LogNews> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Job observe(String name) {
        return new Job(name, Job.State.RUNNING, "", Optional.empty(), Optional.empty());
    }

    @Override
    public String start(Job.Spec job) {
        throw new AssertionError("the screen starts nothing");
    }

    @Override
    public Subscription watch(Consumer<Change> listener) {
        return () -> { };
    }

    @Override
    public List<String> log(String name, int lines) {
        return List.of();
    }

    @Override
    public PodUsage usage() {
        return new PodUsage.Absent("no metrics API");
    }

    @Override
    public List<PodEvent> events(Pod pod) {
        return List.of();
    }

    @Override
    public List<PodEvent> events(Component component) {
        return List.of();
    }
}
