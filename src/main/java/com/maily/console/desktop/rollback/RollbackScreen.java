package com.maily.console.desktop.rollback;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Plan;
import com.maily.console.core.port.Subscription;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.rollback.RollbackModel.Checked;
import com.maily.console.desktop.rollback.RollbackModel.Known;
import com.maily.console.desktop.rollback.RollbackModel.Mood;
import com.maily.console.desktop.rollback.RollbackPreviews.Made;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.shell.Badge;
import com.maily.console.desktop.shell.Screen;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;

/** Keeps a fresh plan for the way back, and sends it when the button was held for the plan that is on the screen. */
public final class RollbackScreen implements Screen, RollbackActions {

    private final Console console;
    private final String environment;
    private final Ages ages;
    private final RollbackView view;
    private final ReadOnlyObjectWrapper<Badge> badge = new ReadOnlyObjectWrapper<>(Badge.NONE);
    private final Latest<History> histories = new Latest<>(this::history);
    private final RollbackPreviews previews;
    private final ReportDraft report;
    private final RollbackOrders orders;
    private final RevisionDesk revisions;
    private final HeldKey key;
    private final ChangeListener<Object> onTick = (_, _, _) -> tick();
    private final Subscription journal;
    private History history = History.EMPTY;
    private Optional<Made> made = Optional.empty();
    private RollbackChoice choice = RollbackChoice.EVERYTHING;
    private boolean inView;
    private boolean rehearsing;

    public RollbackScreen(Console console, String environment, Actor actor, Theme theme, Ages ages) {
        this.console = console;
        this.environment = environment;
        this.ages = ages;
        this.view = new RollbackView(theme, this);
        this.previews = new RollbackPreviews(console, environment, this::previewed);
        this.report = new ReportDraft(console.journal(), RecoveryGoal.promised(console.workspace(), environment), view::report);
        this.orders = new RollbackOrders(console, environment, actor, view::refused);
        this.revisions = new RevisionDesk(console, environment, actor, ages, view::closeRehearsal);
        this.key = new HeldKey(view.hold(), () -> inView && RollbackModel.of(known()).mayHold());
        this.journal = console.journal().follow(histories);
    }

    @Override
    public String title() {
        return "Rollback";
    }

    @Override
    public String icon() {
        return "fth-rotate-ccw";
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
        if (inView) {
            ages.now().addListener(onTick);
            preview();
            render();
        } else {
            ages.now().removeListener(onTick);
            key.letGo();
        }
    }

    @Override
    public boolean handles(Action action) {
        return action == Action.ROLL_BACK_ALL || action == Action.DRY_RUN || action == Action.REVISIONS;
    }

    @Override
    public void act(Action action) {
        if (action == Action.DRY_RUN) {
            dryRun();
        } else if (action == Action.REVISIONS) {
            revisions();
        }
    }

    /** The key is held from any screen: the shell shows this one, and the hold begins as soon as its plan can be seen. */
    @Override
    public void hold(Action action, boolean down) {
        if (action != Action.ROLL_BACK_ALL) {
            return;
        }
        if (down && !choice.left().isEmpty()) {
            choose(RollbackChoice.EVERYTHING.to(choice.version()));
        }
        key.hold(down);
    }

    @Override
    public void letGo(Action action) {
        if (action == Action.ROLL_BACK_ALL) {
            key.letGo();
        }
    }

    @Override
    public void leads(Consumer<Action> act) {
        view.leads(() -> act.accept(Action.START));
    }

    @Override
    public void close() {
        journal.close();
        shown(false);
    }

    private void history(History newest) {
        history = newest;
        render();
    }

    private Known known() {
        return new Known(console.workspace().in(environment), environment, history,
                made.filter(m -> m.choice().equals(choice)).map(Made::checked), choice, ages.instant(history));
    }

    private void render() {
        RollbackModel model = RollbackModel.of(known());
        badge.set(model.mood() == Mood.FAILING || model.mood() == Mood.NOT_BACK ? new Badge(1, State.FAILED) : Badge.NONE);
        if (inView) {
            view.show(model, model.checkedAt().map(at -> "preflight " + Format.age(at, ages.instant()) + " ago")
                    .orElse("preflight running"));
            report.show(history, history.newest(environment).filter(_ -> model.trouble()));
            key.look();
        }
    }

    private void tick() {
        boolean running = history.active(environment).filter(Deployment::goesBack).isPresent();
        if (!running && made.map(known -> previews.outdated(known, history.size(), ages.instant())).orElse(true)) {
            preview();
        }
        render();
    }

    private void preview() {
        previews.make(choice, history.size());
    }

    private void previewed(Made newest) {
        if (!newest.choice().equals(choice)) {
            preview();
            return;
        }
        Optional<Plan> before = made.flatMap(m -> m.checked().plan());
        if (before.isPresent() && !before.equals(newest.checked().plan())) {
            // Held for another plan than the one that would be sent now.
            view.hold().cancel();
        }
        made = Optional.of(newest);
        if (rehearsing) {
            rehearsing = false;
            view.rehearsed(Rehearsal.of(newest.checked().preview(), newest.checked().at(), RollbackModel.of(known()).command()));
        }
        render();
    }

    private void choose(RollbackChoice wanted) {
        choice = wanted;
        view.hold().cancel();
        preview();
        render();
    }

    @Override
    public void rollBack() {
        RollbackModel model = RollbackModel.of(known());
        if (!model.mayHold()) {
            return;
        }
        view.closeRehearsal();
        orders.rollBack(choice, model.headline());
    }

    @Override
    public void dryRun() {
        rehearsing = true;
        preview();
    }

    @Override
    public void revisions() {
        view.revisions(revisions.card());
        revisions.open();
    }

    @Override
    public void include(String component, boolean included) {
        choose(choice.with(component, included));
    }

    @Override
    public void version(Optional<String> bundle) {
        choose(choice.to(bundle));
    }

    @Override
    public void stop() {
        history.active(environment).filter(Deployment::goesBack).ifPresent(orders::stop);
    }

    RollbackView view() {
        return view;
    }
}
