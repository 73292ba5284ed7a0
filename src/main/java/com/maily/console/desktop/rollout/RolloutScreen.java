package com.maily.console.desktop.rollout;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.sla.AlertSnapshot;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.EntryTail;
import com.maily.console.core.port.KeptWatch;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.fx.LatestByKey;
import com.maily.console.desktop.fx.SelectedWorkload;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.shell.AlertSum;
import com.maily.console.desktop.shell.Badge;
import com.maily.console.desktop.shell.EtaSource;
import com.maily.console.desktop.shell.Screen;
import com.maily.console.desktop.theme.Theme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;

/** Joins the rollout view to the console: follows journal, pods and clock, and sends what people decide. FX thread only. */
public final class RolloutScreen implements Screen {
    private static final int TAIL = 2000;
    private final Console console;
    private final String environment;
    private final Ages ages;
    private final Glance glance;
    private final EtaSource eta;
    private final Supplier<AlertSnapshot> alerts;
    private final StepLines lines = new StepLines();
    private final Map<String, Pod> pods = new TreeMap<>();
    private final ReadOnlyObjectWrapper<Badge> badge = new ReadOnlyObjectWrapper<>(Badge.NONE);
    private final RolloutDesk desk;
    private final RolloutView view;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final InvalidationListener onTick = _ -> refresh();
    private final StepLog log;
    private final SelectedWorkload workload;
    private History history = History.EMPTY;
    private boolean inView;
    private String selected = "";

    /** One that knows nothing of alerts. */
    public RolloutScreen(Console console, String environment, Actor me, Theme theme, Ages ages, Glance glance, EtaSource eta) {
        this(console, environment, me, theme, ages, glance, eta, () -> AlertSnapshot.EMPTY);
    }

    /** @param alerts what fires as far as is known; asked on the FX thread each second, so it must not wait */
    public RolloutScreen(Console console, String environment, Actor me, Theme theme, Ages ages, Glance glance, EtaSource eta,
                         Supplier<AlertSnapshot> alerts) {
        this.console = console;
        this.environment = environment;
        this.ages = ages;
        this.glance = glance;
        this.eta = eta;
        this.alerts = alerts;
        desk = new RolloutDesk(console, environment, me, this);
        view = new RolloutView(theme, ages, desk, desk::openStart);
        log = new StepLog(console, environment, this::showStep);
        workload = new SelectedWorkload(console::platforms, console.time(), WayBack.ASKED, this::showStep);
        EntryTail tail = new EntryTail(console.journal(), TAIL, this::showEntries);
        Latest<History> latest = new Latest<>(this::showHistory);
        subscriptions.add(console.journal().follow(newest -> {
            latest.publish(newest);
            tail.reach(newest.size());
        }));
        LatestByKey<String, Pod> podChanges = new LatestByKey<>(this::showPods);
        console.platforms(environment).pods().ifPresent(source ->
                subscriptions.add(new KeptWatch("rollout pods", () -> source.watch(change -> publish(change, podChanges)), _ -> { })));
        ages.now().addListener(onTick);
        refresh();
    }

    @Override
    public String title() {
        return "Rollout";
    }

    @Override
    public String icon() {
        return "fth-layout";
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void shown(boolean nowInView) {
        inView = nowInView;
        log.run(nowInView);
        workload.run(nowInView);
        refresh();
    }

    @Override
    public ReadOnlyObjectProperty<Badge> badge() {
        return badge.getReadOnlyProperty();
    }

    @Override
    public boolean handles(Action action) {
        return switch (action) {
            case REVIEW, PAUSE, ROLL_BACK, START, NOW, LOG, TABLE, COPY_COMMAND, ALERTS -> true;
            case GRAFANA -> console.workspace().environment(environment).filter(place -> !place.connection("grafana").isEmpty()).isPresent();
            default -> false;
        };
    }

    @Override
    public void act(Action action) {
        switch (action) {
            case REVIEW -> view.review();
            case PAUSE -> view.pauseOrResume();
            case ROLL_BACK -> {
                view.openStep();
                view.rollBackButton().requestFocus();
            }
            case START -> desk.openStart();
            case NOW -> view.showNow();
            case TABLE -> view.toggleTable();
            case COPY_COMMAND -> desk.copyCommand(selected);
            case LOG -> view.toggleLog();
            case ALERTS -> view.focusAlerts();
            case GRAFANA -> desk.openDashboards(run().flatMap(run -> run.plan().step(selected)).flatMap(Step::about).orElse(""));
            default -> { }
        }
    }

    @Override
    public void hold(Action action, boolean down) {
        if (action != Action.ROLL_BACK) {
            return;
        }
        if (!view.stepInView()) {
            view.openStep();
        } else if (down) {
            view.rollBackButton().press();
        } else {
            view.rollBackButton().release();
        }
    }

    @Override
    public void letGo(Action action) {
        if (action == Action.ROLL_BACK) {
            view.rollBackButton().cancel();
        }
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        ages.now().removeListener(onTick);
        log.close();
        workload.close();
        desk.close();
    }

    RolloutView view() {
        return view;
    }

    StepLines lines() {
        return lines;
    }

    Optional<Deployment> run() {
        return history.active(environment).or(() -> history.newest(environment));
    }

    void select(String step) {
        selected = step;
        log.watch("");
        showStep();
    }

    void watchLog(String pod) {
        log.watch(pod);
        showStep();
    }

    private static void publish(Pods.Change change, LatestByKey<String, Pod> to) {
        change.changed().forEach(pod -> to.put(pod.key(), pod));
        change.gone().forEach(to::remove);
    }

    private void showHistory(History newest) {
        history = newest;
        badge.set(history.active(environment).flatMap(Need::of).map(need -> new Badge(need.more() + 1, need.state()))
                .orElse(Badge.NONE));
        refresh();
    }

    private void showEntries(List<Entry> newest) {
        lines.show(newest);
        showStep();
    }

    private void showPods(Map<String, Optional<Pod>> changes) {
        changes.forEach((name, pod) -> pod.ifPresentOrElse(there -> pods.put(name, there), () -> pods.remove(name)));
        showStep();
    }

    private void refresh() {
        if (!inView) {
            return;
        }
        List<Glance.Metric> metrics = glance.metrics();
        Optional<Deployment> run = run();
        Instant now = ages.instant(history);
        Health health = Health.of(run, metrics, now).alarmed(AlertSum.of(alerts.get(), now));
        Silence silence = Silence.of(console.workspace().in(environment), console.platforms(environment).sources(), now);
        run.ifPresentOrElse(found -> view.show(RolloutModel.of(found, history, eta.of(found, history, now), now, silence),
                health, metrics), () -> view.showNothing(health, metrics));
        run.ifPresent(found -> view.show(AlertBoard.of(alerts.get(), found.startedAt(), found.endedAt().orElse(now), now)));
        showStep();
    }

    private void showStep() {
        if (!inView || run().isEmpty()) {
            return;
        }
        Deployment run = run().get();
        Optional<Step> step = run.plan().step(selected);
        List<Pod> ofStep = StepPods.of(step, pods.values());
        log.offer(step, run, ofStep);
        workload.follow(environment, step.flatMap(Step::about).flatMap(console.workspace().in(environment)::component));
        desk.look(StepPlace.of(run, selected, ages.instant(history)));
        view.showStep(ofStep, StepPods.source(step, console.workspace().in(environment), console.platforms(environment).sources()),
                workload.reading(), log.title(), log.page(), log.page().isPresent() ? List.of() : lines.of(run, selected));
    }
}
