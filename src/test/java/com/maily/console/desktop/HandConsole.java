package com.maily.console.desktop;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.HealthChecks;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.LogSearch;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Notifier;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.core.port.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A console worked by hand: tests append entries and read what was commanded. Its platforms are away but for what a test routes. */
public class HandConsole implements Console, Commands, Journal, Platforms {

    /** Every command in words, in the order they came. */
    public final List<String> orders = new CopyOnWriteArrayList<>();
    public volatile Optional<Pods> pods = Optional.empty();
    public volatile Workspace workspace = StoryMetrics.workspace();
    public volatile Optional<Facts> facts = Optional.empty();
    public volatile Optional<GitOps> gitOps = Optional.empty();
    public volatile Rights rights = Rights.UNTOLD;
    public volatile Optional<HealthChecks> health = Optional.empty();
    public volatile Optional<LogSearch> logs = Optional.empty();
    public volatile List<Links> links = List.of();
    public volatile List<SourceState> sources = List.of();
    /** What answers to questions of how much was counted; nobody until a test says so. */
    public volatile Optional<MetricSource> counts = Optional.empty();
    private final List<Consumer<History>> listeners = new CopyOnWriteArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private volatile Preview preview = new Preview(Optional.empty(), List.of(), Optional.of(
            new Failure.Rejected("Nothing to roll back", "production is on v2.0.4.", "")));
    private volatile Optional<Weight> routed = Optional.empty();
    private volatile ChainCheck check = new ChainCheck(0, 0, "");

    public HandConsole(List<Entry> past) {
        entries.addAll(past);
    }

    public void preview(Preview newest) {
        preview = newest;
    }

    public void check(ChainCheck newest) {
        check = newest;
    }

    /** Lets something happen, as the conductor would write it down. */
    public void happens(Event event) {
        append(Story.DEPLOYMENT, Actor.SYSTEM, event);
    }

    private Answer ordered(String what) {
        orders.add(what);
        return new Answer.Accepted(Story.DEPLOYMENT);
    }

    /** Lets every router answer with this weight, in effect, and every workload have ten units. */
    public void routes(Weight weight) {
        routed = Optional.of(weight);
    }

    private static FailureException away() {
        return new FailureException(new Failure.Unreachable("the platform did not answer", "connection refused", "Look at it."));
    }

    @Override
    public Workspace workspace() {
        return workspace;
    }

    @Override
    public Commands commands() {
        return this;
    }

    @Override
    public Journal journal() {
        return this;
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
    public void close() { }

    @Override
    public Preview previewDeployment(Wanted wanted) {
        return preview;
    }

    @Override
    public Preview previewRollback(Undo undo) {
        return preview;
    }

    @Override
    public Preview previewUndo(UndoTo undo) {
        return preview;
    }

    @Override
    public Answer undo(UndoTo undo, Actor by) {
        return ordered("undo " + undo.component() + " to " + undo.revision());
    }

    @Override
    public Answer start(Wanted wanted, Actor by) {
        return ordered("start " + wanted.version());
    }

    @Override
    public Answer rollBack(Undo undo, Actor by) {
        return ordered("roll back " + undo.components() + " by " + by.name());
    }

    @Override
    public Answer pause(String deployment, String reason, Actor by) {
        return ordered("pause");
    }

    @Override
    public Answer resume(String deployment, String reason, Actor by) {
        return ordered("resume");
    }

    @Override
    public Answer cancel(String deployment, String reason, Actor by) {
        return ordered("cancel");
    }

    @Override
    public Answer retry(String deployment, String step, Actor by) {
        return ordered("retry " + step);
    }

    @Override
    public Answer skip(String deployment, String step, String reason, Actor by) {
        return ordered("skip " + step);
    }

    @Override
    public Answer answer(String deployment, String step, boolean approved, String reason, Actor by) {
        return ordered("answer " + step + " " + approved);
    }

    /** {@code shift api to 10 %} for one that is set; {@code promote api, ai-service} for the others. */
    @Override
    public Answer move(String deployment, Group group, Move move, Optional<Weight> to, String reason, Actor by) {
        return ordered((move == Move.SET ? "shift" : move.verb()) + " " + String.join(", ", group.components())
                + to.map(weight -> " to " + weight).orElse(""));
    }

    @Override
    public Answer unqueue(String deployment, String component, Actor by) {
        return ordered("unqueue " + component);
    }

    @Override
    public Answer takeOverLock(String environment, String reason, Actor by) {
        return ordered("take over the lock of " + environment + ": " + reason);
    }

    @Override
    public Answer breakLock(String environment, String reason, Actor by) {
        return ordered("break the lock of " + environment + ": " + reason);
    }

    @Override
    public synchronized Entry append(String deployment, Actor actor, Event event) {
        Entry entry = new Entry(entries.size() + 1, Story.NOW, deployment, actor, event, Entry.GENESIS, Entry.GENESIS);
        entries.add(entry);
        History now = history();
        listeners.forEach(listener -> listener.accept(now));
        return entry;
    }

    @Override
    public synchronized List<Entry> read(long after, int limit) {
        return entries.stream().filter(entry -> entry.sequence() > after).limit(limit).toList();
    }

    @Override
    public synchronized History history() {
        return History.of(List.copyOf(entries));
    }

    @Override
    public ChainCheck verify() {
        return check;
    }

    @Override
    public Subscription follow(Consumer<History> listener) {
        listeners.add(listener);
        listener.accept(history());
        return () -> listeners.remove(listener);
    }

    @Override
    public Deployer deployer(Component component) {
        return new TenUnits();
    }

    @Override
    public TrafficRouter router(Component component) {
        Weight weight = routed.orElseThrow(HandConsole::away);
        return new Routed(new Traffic(weight, weight, "", "", "", Story.NOW));
    }

    private record Routed(Traffic traffic) implements TrafficRouter {
        @Override
        public Traffic observe(Component component) {
            return traffic;
        }

        @Override
        public Reach reach(Component component) {
            return new Reach.AnyPercent();
        }

        @Override
        public String set(Component component, Weight weight) {
            throw away();
        }
    }

    private record TenUnits() implements Deployer {
        @Override
        public Workload observe(Component component, Track track) {
            return new Workload(component.name(), track, Optional.of(new Artifact.Image("v2.1.0", component.name())), "", 10, 10, 10,
                    new Workload.Rollout.Done("10 of 10"), Story.NOW);
        }

        @Override
        public String deploy(Component component, Track track, Artifact artifact) {
            throw away();
        }

        @Override
        public String scale(Component component, Track track, int units) {
            throw away();
        }

        @Override
        public List<Revision> history(Component component) {
            return List.of();
        }

        @Override
        public String undo(Component component, Revision to) {
            throw away();
        }
    }

    @Override
    public MetricSource metrics(String source) {
        return counts.orElseThrow(HandConsole::away);
    }

    @Override
    public JobRunner jobs() {
        throw away();
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
    public Optional<GitOps> gitOps() {
        return gitOps;
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
        return pods;
    }

    @Override
    public Optional<HealthChecks> health() {
        return health;
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
}
