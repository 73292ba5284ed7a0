package com.maily.console.desktop.canary;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Objective;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.sla.MetricFeed;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricLine.Side;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.core.sla.budget.BudgetFeed;
import com.maily.console.core.sla.budget.BurnWindow;
import com.maily.console.core.sla.budget.ErrorBudget;
import com.maily.console.core.sla.budget.ShareFeed;
import com.maily.console.core.sla.budget.TrackShares;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.Derived;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.shell.Badge;
import com.maily.console.desktop.shell.Screen;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;

/** Brings together what the journal, the routers and the metrics say of the running canaries, and forwards what people decide. */
public final class CanaryScreen implements Screen {

    private final Console console;
    private final String environment;
    private final CanaryOrders orders;
    private final Ages ages;
    private final MetricFeed feed;
    private final CanaryView view;
    private final BlueGreenDesk switches;
    private final ReadOnlyObjectWrapper<Badge> badge = new ReadOnlyObjectWrapper<>(Badge.NONE);
    private final Latest<History> histories = new Latest<>(this::history);
    private final Latest<Map<String, TrafficReading>> readings = new Latest<>(this::traffic);
    private final Latest<MetricSnapshot> snapshots = new Latest<>(this::metrics);
    private final Latest<Map<Objective, ErrorBudget>> spent = new Latest<>(newest -> budgets(this.budgets.withErrors(newest)));
    private final Latest<Map<Objective, TrackShares>> shared = new Latest<>(newest -> budgets(this.budgets.withShares(newest)));
    private final Derived<CanaryModel.Known, CanaryModel> models = new Derived<>(CanaryModel::of, this::show);
    private final Subscription journal;
    private final ChangeListener<Object> onTick = (_, _, _) -> render();
    private History history = History.EMPTY;
    private Map<String, TrafficReading> traffic = Map.of();
    private MetricSnapshot metrics = MetricSnapshot.EMPTY;
    private CanaryBudgets budgets = CanaryBudgets.EMPTY;
    private final BudgetFeed errors;
    private final ShareFeed shares;
    /** Read by the threads that count, to know which requests are the present weight's. */
    private volatile Map<String, Instant> shifted = Map.of();
    private Subscription watch = () -> { };
    private Subscription followed = () -> { };
    private Subscription counted = () -> { };
    private List<String> watched = List.of();
    private boolean inView;

    /** @param feed the environment's metrics, shared with other screens */
    public CanaryScreen(Console console, String environment, Actor actor, Theme theme, Ages ages, MetricFeed feed) {
        this.console = console;
        this.environment = environment;
        this.ages = ages;
        this.feed = feed;
        this.errors = new BudgetFeed(environment, source -> console.platforms(environment).metrics(source), console.time());
        this.shares = new ShareFeed(environment, source -> console.platforms(environment).metrics(source), console.time());
        this.orders = new CanaryOrders(console.commands(), environment, actor, new Latest<>(this::refused));
        this.view = new CanaryView(theme, ages, orders);
        this.switches = new BlueGreenDesk(console, environment, actor, ages);
        view.above(switches.node());
        this.journal = console.journal().follow(histories);
    }

    @Override
    public String title() {
        return "Canary";
    }

    @Override
    public String icon() {
        return "fth-sliders";
    }

    @Override
    public Node node() {
        return view;
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
        switches.shown(inView);
        if (inView) {
            ages.now().addListener(onTick);
            render();
        } else {
            ages.now().removeListener(onTick);
            unfollow();
        }
    }

    @Override
    public boolean handles(Action action) {
        return action == Action.PAUSE && inView && run().isPresent();
    }

    @Override
    public void act(Action action) {
        if (run().map(Deployment::status).filter(s -> s == Deployment.Status.PAUSED).isPresent()) {
            orders.resume();
        } else {
            orders.pause();
        }
    }

    @Override
    public void close() {
        journal.close();
        shown(false);
    }

    private void history(History newest) {
        history = newest;
        shifted = run().map(Deployment::components).orElse(Map.of()).entrySet().stream()
                .filter(component -> component.getValue().shiftedAt().isPresent())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                        component -> component.getValue().shiftedAt().orElseThrow()));
        orders.look(run());
        render();
    }

    private void traffic(Map<String, TrafficReading> newest) {
        traffic = newest;
        render();
    }

    private void metrics(MetricSnapshot newest) {
        metrics = newest;
        render();
    }

    private void budgets(CanaryBudgets newest) {
        budgets = newest;
        render();
    }

    private Optional<Deployment> run() {
        return history.active(environment);
    }

    private void render() {
        if (inView) {
            switches.render(history);
        }
        models.submit(new CanaryModel.Known(console.workspace().in(environment), environment, run(), traffic, metrics, budgets,
                ages.instant()));
    }

    private void show(CanaryModel model) {
        badge.set(model.waiting() == 0 ? Badge.NONE : new Badge(model.waiting(), State.WAITING));
        if (inView) {
            follow(model.cards().stream().map(CanaryCard::component).toList());
            view.show(model);
        }
    }

    private void refused(String why) {
        view.refused(why);
    }

    /** Reads routers and metrics of exactly the components that are shown. */
    private void follow(List<String> components) {
        if (components.equals(watched)) {
            return;
        }
        unfollow();
        watched = components;
        List<Component> found = components.stream().flatMap(name -> console.workspace().in(environment).component(name)
                .stream()).toList();
        if (!found.isEmpty()) {
            watch = new TrafficWatch(console.platforms(environment), console.time(), found, traffic, readings);
            followed = feed.follow(lines(found), snapshots);
            counted = count(found);
        }
    }

    private void unfollow() {
        watched = List.of();
        watch.close();
        followed.close();
        counted.close();
        counted = () -> { };
        watch = () -> { };
        followed = () -> { };
    }

    /** The burn of the last hour and what is left concern one budget of each component; a weight may cost any of them. */
    private Subscription count(List<Component> components) {
        List<Objective> all = components.stream().flatMap(component -> console.workspace().in(environment)
                .objectivesOf(component.name()).stream()).toList();
        List<Objective> first = components.stream().flatMap(component -> CanaryBudget.first(console.workspace().in(environment)
                .objectivesOf(component.name())).stream()).toList();
        Subscription burning = errors.follow(first, EnumSet.of(BurnWindow.H1, BurnWindow.H6, BurnWindow.D3, BurnWindow.PERIOD),
                spent);
        Subscription sharing = shares.follow(all, component -> Optional.ofNullable(shifted.get(component)), shared);
        return () -> {
            burning.close();
            sharing.close();
        };
    }

    private Set<MetricLine> lines(List<Component> components) {
        Set<MetricLine> lines = new HashSet<>();
        for (Component component : components) {
            List<Objective> judged = CanaryCards.judged(console.workspace().in(environment).objectivesOf(component.name()));
            judged.forEach(o -> lines.addAll(List.of(MetricLine.of(o, Side.STABLE), MetricLine.of(o, Side.CANARY))));
            CanaryCards.counted(judged).ifPresent(o ->
                    lines.addAll(List.of(MetricLine.requests(o, Side.STABLE), MetricLine.requests(o, Side.CANARY))));
        }
        return lines;
    }

    CanaryView view() {
        return view;
    }
}
