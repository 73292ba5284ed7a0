package com.maily.console.desktop;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.ClockSetting;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.LogLine;
import com.maily.console.core.port.LogNews;
import com.maily.console.core.port.LogSearch;
import com.maily.console.core.port.LogSource;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Notifier;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.PodEvent;
import com.maily.console.core.port.PodUsage;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.TrafficRouter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A console that stands still in the story: its journal, its pods and lamps, and commands that are only remembered. */
public final class StoryConsole implements Console, Platforms {
    public final StoryCommands commands = new StoryCommands();
    public final StoryJournal journal;
    public volatile List<SourceState> sources = StoryWorld.sources();
    public volatile Optional<EnvironmentLock> lock = Optional.empty();
    public volatile Rights rights = Rights.UNTOLD;
    public volatile Optional<Facts> facts = Optional.empty();
    public volatile Optional<JobRunner> jobs = Optional.empty();
    public volatile Optional<Pods> pods = Optional.empty();
    public volatile Optional<LogSearch> logs = Optional.empty();
    public volatile List<Links> links = List.of();

    public StoryConsole(List<Entry> entries) {
        journal = new StoryJournal(entries);
    }

    public static StoryConsole atNow() {
        return new StoryConsole(Story.entries());
    }

    public static final Environment PRODUCTION = new Environment("production", true, Map.of());
    public static final Environment STAGING = new Environment("staging", false, Map.of());

    @Override
    public Workspace workspace() {
        List<Weight> ladder = Stream.of(5, 10, 25, 50, 100).map(Weight::ofPercent).toList();
        List<Component> components = List.of(
                new Component("api", Criticality.CRITICAL, "kubernetes", "deployment/maily-api",
                        new Routing(Routing.GATEWAY_API, "maily-api"), List.of("redis"), ladder),
                new Component("frontend", Criticality.CRITICAL, "vercel", "maily-frontend",
                        new Routing(Routing.ROLLING_RELEASE, ""), List.of("api"), ladder));
        return new Workspace("maily", components, List.of(STAGING, PRODUCTION), List.of(), Map.of(), Map.of(),
                List.of(Story.release()), ClockSetting.WALL);
    }

    @Override
    public Commands commands() {
        return commands;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Platforms platforms(String environment) {
        return this;
    }

    @Override
    public Time time() {
        return StoryTime.NOW;
    }

    @Override
    public Deployer deployer(Component component) {
        throw none();
    }

    @Override
    public TrafficRouter router(Component component) {
        throw none();
    }

    @Override
    public MetricSource metrics(String source) {
        throw none();
    }

    @Override
    public JobRunner jobs() {
        return jobs.orElseThrow(StoryConsole::none);
    }

    @Override
    public Optional<Manifests> manifests(String platform) {
        return Optional.empty();
    }

    @Override
    public Optional<Facts> facts(Component component) {
        return facts;
    }

    @Override
    public Rights rights() {
        return rights;
    }

    @Override
    public List<Inspector> inspectors() {
        return List.of();
    }

    @Override
    public Optional<Notifier> notifier() {
        return Optional.empty();
    }

    @Override
    public Optional<Pods> pods() {
        return pods.or(() -> Optional.of(new Pods() {
            @Override
            public Subscription watch(Consumer<Change> listener) {
                listener.accept(new Change(StoryWorld.canaryPods(), List.of(), Story.NOW));
                return () -> { };
            }

            @Override
            public List<String> log(String pod, int lines) {
                return StoryWorld.log();
            }

            @Override
            public Subscription follow(LogSource source, Consumer<LogNews> listener) {
                listener.accept(new LogNews.Lines(StoryWorld.log().stream().map(line -> new LogLine(Optional.empty(), line)).toList()));
                return () -> { };
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
        }));
    }

    @Override
    public Optional<EnvironmentLock> lock() {
        return lock;
    }

    @Override
    public Optional<LogSearch> logs() {
        return logs;
    }

    @Override
    public List<Links> links() {
        return links;
    }

    @Override
    public List<SourceState> sources() {
        return sources;
    }

    @Override
    public void close() {
        journal.close();
    }

    private static FailureException none() {
        return new FailureException(new Failure.Missing("No such connection", "The story has none.", "Use the sandbox."));
    }
}
