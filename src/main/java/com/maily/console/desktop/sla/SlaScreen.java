package com.maily.console.desktop.sla;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.sla.AlertSnapshot;
import com.maily.console.core.sla.AlertWatch;
import com.maily.console.core.sla.MetricFeed;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.core.sla.budget.BudgetFeed;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.Browser;
import com.maily.console.desktop.fx.Derived;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.logs.LogPlace;
import com.maily.console.desktop.logs.LogSide;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.shell.Screen;
import com.maily.console.desktop.shell.Toasts;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.ChartExport;
import com.maily.console.desktop.widget.ChartTime;
import com.maily.console.desktop.widget.SaveDialog;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Follows one component's objectives, or all of them, while it is in view. */
public final class SlaScreen implements Screen, SlaActions {

    /** What to show, as far as the FX thread knows it. */
    private record Wanted(SlaChoice choice, SlaRange range, MetricSnapshot metrics, History history, AlertSnapshot alerts,
                          Instant now) { }

    private final Console console;
    private final String environment;
    private final Ages ages;
    private final MetricFeed feed;
    private final AlertWatch watch;
    private final SlaView view;
    private final StackPane node;
    private final Latest<History> histories = new Latest<>(this::history);
    private final Latest<MetricSnapshot> snapshots = new Latest<>(this::metrics);
    private final Latest<AlertSnapshot> alarms = new Latest<>(this::alerts);
    private final Derived<Wanted, SlaModel> models = new Derived<>(this::model, this::show);
    private final SlaWeights weights;
    private final SlaBudgetPanel budgets;
    private final SlaPoints points = new SlaPoints();
    private final Browser browser;
    private final LogSide logs;
    private final ChangeListener<Object> onTick = (_, _, _) -> render();
    private final Subscription journal;
    private Subscription followed = () -> { };
    private Subscription watched = () -> { };
    private History history = History.EMPTY;
    private MetricSnapshot metrics = MetricSnapshot.EMPTY;
    private AlertSnapshot alerts = AlertSnapshot.EMPTY;
    private SlaChoice choice;
    private SlaRange range = SlaRange.HOUR;
    private boolean inView;

    /** @param feed the environment's metrics, and {@code watch} its alerts, both shared with other screens */
    public SlaScreen(Console console, String environment, Theme theme, Ages ages, MetricFeed feed, AlertWatch watch) {
        this.console = console;
        this.environment = environment;
        this.ages = ages;
        this.feed = feed;
        this.watch = watch;
        this.weights = new SlaWeights(console.journal(), environment);
        List<String> components = SlaModel.components(console.workspace().in(environment));
        this.choice = SlaChoice.of(components.contains("api") || components.isEmpty() ? "api" : components.getFirst());
        StackPane place = new StackPane();
        this.browser = new Browser(why -> Toasts.refuse(place, why));
        ChartExport export = new ChartExport(new SaveDialog(place), outcome -> exported(place, outcome));
        this.view = new SlaView(environment, theme, ages, export, this);
        this.budgets = new SlaBudgetPanel(new BudgetFeed(environment, source -> console.platforms(environment).metrics(source),
                console.time()), theme, ages);
        view.beneath(budgets.node());
        place.getChildren().setAll(view);
        this.logs = new LogSide(place, console::platforms, browser);
        this.node = place;
        this.journal = console.journal().follow(histories);
    }

    @Override
    public String title() {
        return "SLA";
    }

    @Override
    public String icon() {
        return "fth-activity";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown(boolean nowInView) {
        if (inView == nowInView) {
            return;
        }
        inView = nowInView;
        if (inView) {
            ages.now().addListener(onTick);
            follow();
            watched = watch.follow(alarms);
            render();
        } else {
            ages.now().removeListener(onTick);
            followed.close();
            watched.close();
            budgets.stop();
        }
    }

    @Override
    public boolean handles(Action action) {
        return inView && (action == Action.TABLE || action == Action.EXPORT);
    }

    @Override
    public void act(Action action) {
        if (action == Action.EXPORT) {
            view.save();
        } else {
            view.switchTable();
        }
    }

    @Override
    public void close() {
        journal.close();
        shown(false);
    }

    @Override
    public void choose(SlaChoice newest) {
        choice = newest;
        follow();
        render();
    }

    @Override
    public void range(SlaRange newest) {
        boolean further = !newest.reach().equals(range.reach());
        range = newest;
        if (further) {
            follow();
        }
        render();
    }

    @Override
    public void links(Links.Place place, Consumer<List<Links.Link>> known) {
        Latest<List<Links.Link>> answer = new Latest<>(known);
        // Reading the connections may take a while the first time.
        Thread.startVirtualThread(() -> answer.publish(console.platforms(environment).links().stream()
                .flatMap(links -> links.to(place).stream()).toList()));
    }

    @Override
    public void open(URI page) {
        browser.accept(page);
    }

    @Override
    public void searchLogs(String component, ChartTime.Span span) {
        logs.open(new LogPlace(environment, component, span.to()), Duration.between(span.from(), span.to()));
    }

    private static void exported(Node owner, ChartExport.Outcome outcome) {
        switch (outcome) {
            case ChartExport.Outcome.Written(Path file) -> Toasts.say(owner, "Saved", file.toString());
            case ChartExport.Outcome.Refused(Failure why) -> Toasts.refuse(owner, why);
        }
    }

    private void follow() {
        followed.close();
        metrics = MetricSnapshot.EMPTY;
        Workspace workspace = console.workspace().in(environment);
        boolean splits = workspace.component(choice.component()).filter(Component::hasCanary).isPresent();
        Set<MetricLine> lines = SlaLines.wanted(choice, choice.of(workspace), splits);
        if (!lines.isEmpty()) {
            followed = feed.follow(lines, range.reach(), snapshots);
        }
        budgets.follow(choice.overview() ? List.of() : workspace.objectivesOf(choice.component()));
    }

    private void alerts(AlertSnapshot newest) {
        alerts = newest;
        render();
    }

    private void history(History newest) {
        history = newest;
        render();
    }

    private void metrics(MetricSnapshot newest) {
        metrics = newest;
        render();
    }

    private void render() {
        if (inView) {
            models.submit(new Wanted(choice, range, metrics, history, alerts, ages.instant()));
        }
    }

    private SlaModel model(Wanted wanted) {
        return SlaModel.of(new SlaModel.Known(console.workspace().in(environment), environment, wanted.choice(), wanted.range(),
                wanted.metrics(), wanted.history(), weights.of(wanted.history()), wanted.alerts(), points, wanted.now()));
    }

    /** A model of what was chosen before comes too late. */
    private void show(SlaModel model) {
        if (inView && model.choice().equals(choice) && model.range() == range) {
            view.show(model);
        }
    }

    SlaView view() {
        return view;
    }
}
