package com.maily.console.desktop.fleet;

import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Actor;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.Subscription;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.Derived;
import com.maily.console.desktop.fx.LatestByKey;
import com.maily.console.desktop.fx.SelectedWorkload;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.shell.Badge;
import com.maily.console.desktop.shell.Screen;
import com.maily.console.desktop.widget.State;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Brings together what runs where, its pods and what one of them writes. Sends nothing but a sync that was confirmed. */
public final class FleetScreen implements Screen, FleetActions {

    private final Console console;
    private final String environment;
    private final Ages ages;
    private final FleetMap map;
    private final Kubectl kubectl;
    private final FleetView view;
    private final ReadOnlyObjectWrapper<Badge> badge = new ReadOnlyObjectWrapper<>(Badge.NONE);
    private final LatestByKey<Seat, SeatReading> news = new LatestByKey<>(this::read);
    private final Derived<FleetModel.Known, FleetModel> models = new Derived<>(FleetModel::of, this::show);
    private final PodFeeds feeds;
    private final SelectedLog log;
    private final SelectedWorkload workload;
    private final SyncDesk sync;
    private final StackPane root;
    private final ChangeListener<Object> onTick = (_, _, _) -> render();
    private final Map<Seat, SeatReading> readings = new HashMap<>();
    private Subscription watch = () -> { };
    private Optional<Seat> selected = Optional.empty();
    private Set<String> faults = Set.of();
    private boolean chooses;
    private boolean inView;

    public FleetScreen(Console console, String environment, Actor me, Ages ages) {
        this.console = console;
        this.environment = environment;
        this.ages = ages;
        this.map = FleetMap.of(console.workspace(), environment);
        this.kubectl = new Kubectl(console.workspace());
        this.log = new SelectedLog(console, this::showLog);
        this.feeds = new PodFeeds(console, environment, this::showPods);
        this.workload = new SelectedWorkload(console::platforms, console.time(), Set.of(), this::showWorkload);
        this.view = new FleetView(map, environment, ages, this);
        this.sync = new SyncDesk(console, console.workspace().environment(environment).orElseThrow(), me, gitSeats(),
                view.head()::sync, this::render);
        this.root = new StackPane(view, sync.panel());
        render();
    }

    @Override
    public String title() {
        return "Fleet";
    }

    @Override
    public String icon() {
        return "fth-grid";
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public ReadOnlyObjectProperty<Badge> badge() {
        return badge.getReadOnlyProperty();
    }

    @Override
    public void shown(boolean nowInView) {
        if (inView == nowInView) {
            return;
        }
        inView = nowInView;
        feeds.seen(nowInView);
        log.run(nowInView);
        workload.run(nowInView);
        sync.run(nowInView);
        if (nowInView) {
            ages.now().addListener(onTick);
            watch = new FleetWatch(console::platforms, console.time(), map.seats(), Map.copyOf(readings), news::put);
            render();
        } else {
            ages.now().removeListener(onTick);
            watch.close();
        }
    }

    @Override
    public boolean handles(Action action) {
        return inView && switch (action) {
            case FILTER, FAULTS, LOG, TABLE, COPY_COMMAND -> true;
            case SYNC_DRIFT -> sync.possible();
            default -> false;
        };
    }

    @Override
    public void act(Action action) {
        switch (action) {
            case FILTER -> view.head().filter().requestFocus();
            case FAULTS -> view.head().faultsOnly().fire();
            case LOG -> view.enlargeLog();
            case TABLE -> view.switchTwin();
            case COPY_COMMAND -> view.pods().kubectl().copy();
            case SYNC_DRIFT -> syncDrift();
            default -> { }
        }
    }

    @Override
    public void close() {
        shown(false);
        feeds.close();
        log.close();
        sync.close();
    }

    @Override
    public void select(Seat seat) {
        selected = selected.filter(seat::equals).isPresent() ? Optional.empty() : Optional.of(seat);
        feeds.ask(selected.map(Seat::environment).orElse(environment), query -> query.of(selected));
        pod(Optional.empty());
        view.pods().table().select(Optional.empty());
        chooses = selected.isPresent();
        workload.follow(selected.map(Seat::environment).orElse(environment), selected.map(Seat::component));
        showWorkload();
        render();
    }

    @Override
    public void syncDrift() {
        sync.open(selected);
    }

    @Override
    public void pod(Optional<String> key) {
        log.follow(feeds.environment(), key.flatMap(feeds.page()::pod));
        commands();
    }

    @Override
    public void filter(String words) {
        feeds.ask(query -> query.filtered(words));
    }

    @Override
    public void faultsOnly(boolean only) {
        feeds.ask(query -> query.faults(only));
    }

    @Override
    public void sort(PodColumn column, boolean descending) {
        feeds.ask(query -> query.sorted(column, descending));
    }

    @Override
    public void container(String name, boolean previous) {
        log.container(name, previous);
        commands();
    }

    /** What the window's controller can be asked about; nothing where there is none. */
    private List<Seat> gitSeats() {
        return map.git() ? map.seats().stream().filter(seat -> seat.environment().equals(environment)).toList() : List.of();
    }

    private void read(Map<Seat, Optional<SeatReading>> newest) {
        newest.forEach((seat, reading) -> reading.ifPresent(one -> readings.put(seat, one)));
        render();
    }

    private void render() {
        models.submit(new FleetModel.Known(map, environment, Map.copyOf(readings), sync.git(), ages.instant()));
    }

    private void show(FleetModel model) {
        faults = model.faults(environment);
        announce();
        if (inView) {
            sync.show(ages.instant());
            showWorkload();
            view.showMatrix(model, selected);
        }
    }

    private void showPods() {
        announce();
        if (inView) {
            log.update(feeds.page());
            followFirst();
            view.showPods(feeds.own(), feeds.page(), feeds.environment());
            showLog();
            commands();
        }
    }

    /** Whoever asks for a component's pods wants to see one of them: what needs a person comes first. */
    private void followFirst() {
        if (chooses && !feeds.page().loading() && feeds.page().query().component().equals(selected)) {
            chooses = false;
            feeds.page().rows().stream().findFirst().map(row -> row.pod().key()).ifPresent(key -> {
                pod(Optional.of(key));
                view.pods().table().select(Optional.of(key));
            });
        }
    }

    private void showWorkload() {
        view.pods().show(selected.isPresent(), workload.reading());
    }

    private void showLog() {
        view.showLog(log.pod(), log.page(), feeds.page());
    }

    private void commands() {
        Optional<Pod> pod = log.pod();
        view.pods().kubectl().show(pod.map(one -> kubectl.of(feeds.environment(), one, log.container(), log.previous()))
                .or(() -> selected.map(kubectl::of)).orElseGet(() -> kubectl.of(environment)));
    }

    /** Each component with something wrong counts once, however many of its pods have it. */
    private void announce() {
        Set<String> wrong = new HashSet<>(faults);
        wrong.addAll(feeds.own().faults());
        badge.set(wrong.isEmpty() ? Badge.NONE : new Badge(wrong.size(), State.MARGINAL));
    }

    FleetView view() {
        return view;
    }
}
