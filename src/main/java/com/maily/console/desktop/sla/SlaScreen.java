package com.maily.console.desktop.sla;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Objective;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.sla.MetricFeed;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricLine.Side;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.core.sla.budget.BudgetFeed;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.Derived;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.shell.Screen;
import com.maily.console.desktop.theme.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;

/** Follows one component's objectives while it is in view. */
public final class SlaScreen implements Screen, SlaActions {

    /** What to show, as far as the FX thread knows it. */
    private record Wanted(String component, Duration range, MetricSnapshot metrics, History history, Instant now) { }

    private final Console console;
    private final String environment;
    private final Ages ages;
    private final MetricFeed feed;
    private final SlaView view;
    private final Latest<History> histories = new Latest<>(this::history);
    private final Latest<MetricSnapshot> snapshots = new Latest<>(this::metrics);
    private final Derived<Wanted, SlaModel> models = new Derived<>(this::model, this::show);
    private final SlaWeights weights;
    private final SlaBudgetPanel budgets;
    private final ChangeListener<Object> onTick = (_, _, _) -> render();
    private final Subscription journal;
    private Subscription followed = () -> { };
    private History history = History.EMPTY;
    private MetricSnapshot metrics = MetricSnapshot.EMPTY;
    private String component;
    private Duration range = Duration.ofHours(1);
    private boolean inView;

    /** @param feed the environment's metrics, shared with other screens */
    public SlaScreen(Console console, String environment, Theme theme, Ages ages, MetricFeed feed) {
        this.console = console;
        this.environment = environment;
        this.ages = ages;
        this.feed = feed;
        this.weights = new SlaWeights(console.journal(), environment);
        List<String> components = SlaModel.components(console.workspace().in(environment));
        this.component = components.contains("api") || components.isEmpty() ? "api" : components.getFirst();
        this.view = new SlaView(theme, ages, this);
        this.budgets = new SlaBudgetPanel(new BudgetFeed(environment, source -> console.platforms(environment).metrics(source),
                console.time()), theme, ages);
        view.beneath(budgets.node());
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
        return view;
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
            render();
        } else {
            ages.now().removeListener(onTick);
            followed.close();
            budgets.stop();
        }
    }

    @Override
    public boolean handles(Action action) {
        return action == Action.TABLE && inView;
    }

    @Override
    public void act(Action action) {
        view.switchTable();
    }

    @Override
    public void close() {
        journal.close();
        shown(false);
    }

    @Override
    public void component(String name) {
        component = name;
        follow();
        render();
    }

    @Override
    public void range(Duration length) {
        range = length;
        render();
    }

    private void follow() {
        followed.close();
        boolean splits = console.workspace().in(environment).component(component).filter(Component::hasCanary).isPresent();
        Set<MetricLine> lines = new HashSet<>();
        for (Objective objective : SlaModel.objectives(console.workspace().in(environment), component)) {
            lines.add(MetricLine.total(objective));
            if (splits && objective.query().contains("${track")) {
                lines.add(MetricLine.of(objective, Side.CANARY));
            }
        }
        if (!lines.isEmpty()) {
            followed = feed.follow(lines, snapshots);
        }
        budgets.follow(console.workspace().in(environment).objectivesOf(component));
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
            models.submit(new Wanted(component, range, metrics, history, ages.instant()));
        }
    }

    private SlaModel model(Wanted wanted) {
        return SlaModel.of(new SlaModel.Known(console.workspace().in(environment), environment, wanted.component(),
                wanted.range(),
                wanted.metrics(),
                wanted.history().newest(environment), weights.of(wanted.component(), wanted.history()), wanted.now()));
    }

    /** A model of what was chosen before comes too late. */
    private void show(SlaModel model) {
        if (inView && model.component().equals(component) && model.range().equals(range)) {
            view.show(model);
        }
    }

    SlaView view() {
        return view;
    }
}
