package com.maily.console.desktop.shell;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Environment;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.sla.AlertSnapshot;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.EntryTail;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The window around the screens of one environment. Knows screens only by their interface; whoever opens the window gives them in
 * the order of the rail, and makes another shell when the environment is switched. FX thread only.
 */
public final class Shell implements AutoCloseable {
    public static final double MIN_WIDTH = 1100;
    public static final double MIN_HEIGHT = 700;
    private static final int NEWS = 60;

    private final Console console;
    private final Environment environment;
    private final List<Screen> screens;
    private final Theme theme;
    private final Ages ages;
    private final EtaSource eta;
    private final Supplier<AlertSnapshot> alerts;
    private final TopBar top;
    private final LampRow lamps;
    private final NavRail rail;
    private final BottomStrip strip;
    private final Finder finder;
    private final NameDialog dialog = new NameDialog();
    private final EnvSwitch environments;
    private final SyncHolds holds;
    private final LockDesk lock;
    private final StackPane content = new StackPane();
    private final StackPane root = new StackPane();
    private final Subscription following;
    private final ChainWatch chain;
    private final InvalidationListener onTick = _ -> refresh();
    private History history = History.EMPTY;
    private List<Entry> news = List.of();
    private Optional<Journal.ChainCheck> check = Optional.empty();
    private int present = -1;
    private final Map<Action, Runnable> own;
    private final Keys keys = new Keys(this::act, this::hold, this::letGo, this::go);

    /** One that knows nothing of alerts. */
    public Shell(Console console, Environment environment, List<Screen> screens, Theme theme, Ages ages, EtaSource eta,
                 Consumer<String> switchTo) {
        this(console, environment, screens, theme, ages, eta, () -> AlertSnapshot.EMPTY, switchTo);
    }

    /** @param alerts what fires as far as is known; asked on the FX thread each second, so it must not wait */
    public Shell(Console console, Environment environment, List<Screen> screens, Theme theme, Ages ages, EtaSource eta,
                 Supplier<AlertSnapshot> alerts, Consumer<String> switchTo) {
        this.console = console;
        this.environment = environment;
        this.screens = List.copyOf(screens);
        this.theme = theme;
        this.ages = ages;
        this.eta = eta;
        this.alerts = alerts;
        environments = new EnvSwitch(console.workspace().environments(), environment, switchTo);
        top = new TopBar(environments, () -> act(Action.PALETTE), () -> act(Action.LOCK));
        lock = new LockDesk(console, environment.name(), ages);
        lamps = new LampRow(ages, () -> act(Action.ALERTS));
        rail = new NavRail(this.screens, this::go, theme::switchOver);
        strip = new BottomStrip(this::act);
        holds = new SyncHolds(console, environment.name(), root);
        finder = new Finder(() -> FinderItems.of(this.screens, console.workspace().in(environment.name()).components(),
                this::possible, this::act, this::go));
        root.getChildren().setAll(WindowFrame.around(content, environment.production(), new VBox(top, lamps), rail, strip), finder, dialog,
                lock.panel(), WindowFrame.edge(environment.production()));
        root.setMinSize(MIN_WIDTH, MIN_HEIGHT);
        own = own();
        EntryTail tail = new EntryTail(console.journal(), NEWS, this::showNews);
        Latest<History> latest = new Latest<>(this::showHistory);
        following = console.journal().follow(newest -> {
            latest.publish(newest);
            tail.reach(newest.size());
        });
        chain = new ChainWatch(console.journal(), this::showCheck);
        ages.now().addListener(onTick);
        this.screens.forEach(this::announce);
        this.screens.forEach(screen -> screen.leads(this::act));
        refresh();
        go(0);
    }

    /** The window's content. */
    public Parent root() {
        return root;
    }

    /** Asks for a protected environment's name. @return completed with it, or with nothing when the order is not to be sent */
    public CompletableFuture<String> askName(String of, String what) {
        return dialog.ask(of, what);
    }

    /** Makes the scene's keys work. */
    public void listen(Scene scene) {
        keys.listen(scene);
    }

    /** Brings a screen into view, by its place in the rail. */
    public void go(int index) {
        if (index < 0 || index >= screens.size() || index == present) {
            return;
        }
        if (present >= 0) {
            screens.get(present).shown(false);
        }
        present = index;
        content.getChildren().setAll(screens.get(index).node());
        rail.present(index);
        screens.get(index).shown(true);
    }

    /** Does what an action says: here, on the present screen, or on the first one that has an answer to it. */
    public void act(Action action) {
        Optional.ofNullable(own.get(action)).ifPresentOrElse(Runnable::run, () -> target(action).ifPresent(screen -> {
            go(screens.indexOf(screen));
            screen.act(action);
        }));
    }

    /** What no screen is asked for. */
    private Map<Action, Runnable> own() {
        return Map.of(
                Action.PALETTE, () -> finder.open(""),
                Action.HELP, () -> finder.open("?"),
                Action.THEME, theme::switchOver,
                Action.LOCK, () -> lock.panel().open(),
                Action.ENVIRONMENT, environments::focus,
                Action.NEXT_REGION, () -> Regions.next(root.getScene(), List.of(top, rail, content, strip)),
                Action.JOURNAL, () -> goTo("Journal"),
                Action.RESTORE_SYNC, () -> holds.restore(history));
    }

    private boolean possible(Action action) {
        return action == Action.RESTORE_SYNC ? holds.any(history) : own.containsKey(action) || target(action).isPresent();
    }

    private void hold(Action action, boolean down) {
        target(action).ifPresent(screen -> {
            if (screens.indexOf(screen) == present) {
                screen.hold(action, down);
            } else if (down) {
                go(screens.indexOf(screen));
                screen.act(action);
                // Everything is the same from wherever it is asked; one component must be seen before holding it counts.
                if (action == Action.ROLL_BACK_ALL) {
                    screen.hold(action, true);
                }
            }
        });
    }

    private void letGo(Action action) {
        target(action).ifPresent(screen -> screen.letGo(action));
    }

    private Optional<Screen> target(Action action) {
        return present >= 0 && screens.get(present).handles(action) ? Optional.of(screens.get(present))
                : screens.stream().filter(screen -> screen.handles(action)).findFirst();
    }

    @Override
    public void close() {
        dialog.finish("");
        keys.stop();
        following.close();
        chain.close();
        lock.close();
        ages.now().removeListener(onTick);
        screens.forEach(Screen::close);
    }

    private void goTo(String title) {
        screens.stream().filter(screen -> screen.title().equals(title)).findFirst()
                .ifPresent(screen -> go(screens.indexOf(screen)));
    }

    private void announce(Screen screen) {
        screen.badge().addListener((_, before, now) -> {
            if (now.count() > before.count() && screens.indexOf(screen) != present) {
                Toasts.show(root, now.state(), screen.title(), now.count() == 1 ? "1 thing needs you" : now.count()
                        + " things need you", 8);
            }
        });
    }

    private void showHistory(History newest) {
        escalate(history, newest);
        history = newest;
        refresh();
        showNews(news);
    }

    /** Traffic that does not leave is said over every screen, once. */
    private void escalate(History before, History now) {
        now.active(environment.name()).ifPresent(run -> run.components().forEach((name, component) -> component.lost()
                .filter(_ -> before.deployment(run.id()).filter(old -> old.component(name).lost().isPresent()).isEmpty())
                .ifPresent(lost -> Toasts.show(root, State.FAILED, name + " is not recovered", "Its canary was " + lost.sentence() + ". "
                        + lost.why(), 30))));
    }

    private void showNews(List<Entry> newest) {
        news = newest;
        strip.showNews(newest.stream().filter(this::here).toList(), history);
    }

    private boolean here(Entry entry) {
        return history.deployment(entry.deployment()).filter(run -> run.plan().environment().equals(environment.name()))
                .isPresent();
    }

    private void showCheck(Journal.ChainCheck newest) {
        check = Optional.of(newest);
        refresh();
    }

    private void refresh() {
        Optional<Deployment> run = history.active(environment.name()).or(() -> history.newest(environment.name()));
        Instant now = ages.instant(history);
        top.show(ShellModel.of(run, run.flatMap(known -> eta.of(known, history, now)), now).with(lock.model()));
        top.tick(ages.instant(), ages.rate());
        List<SourceState> sources = console.platforms(environment.name()).sources();
        lamps.show(sources);
        AlertSnapshot alarms = alerts.get();
        lamps.show(AlertSum.of(alarms, ages.instant()));
        List<Alert> more = Stream.concat(AlertSum.firing(alarms, ages.instant()).stream(), holds.alerts(history, now).stream()).toList();
        strip.showAlerts(Alert.of(run, sources, more, now));
        strip.showChain(check, history.size());
    }
}
