package com.maily.console.desktop.health;

import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.HealthChecks;
import com.maily.console.core.port.Platforms;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.Browser;
import com.maily.console.desktop.fx.Derived;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.shell.Badge;
import com.maily.console.desktop.shell.Screen;
import com.maily.console.desktop.shell.Toasts;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.State;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Shows what the health endpoints answered, each second anew; reading them waits for nobody, for they are asked elsewhere. */
public final class HealthScreen implements Screen, HealthActions {

    private record Asked(Instant now, boolean faultsOnly, String words) { }

    private final Console console;
    private final String environment;
    private final Ages ages;
    private final HealthView view;
    private final Browser browser;
    private final List<String> order;
    private final Derived<Asked, HealthModel> models = new Derived<>(this::model, this::show);
    private final ReadOnlyObjectWrapper<Badge> badge = new ReadOnlyObjectWrapper<>(Badge.NONE);
    private final ChangeListener<Object> onTick = (_, _, _) -> refresh();
    private boolean faultsOnly;
    private String words = "";

    public HealthScreen(Console console, String environment, Theme theme, Ages ages) {
        this.console = console;
        this.environment = environment;
        this.ages = ages;
        this.order = console.workspace().in(environment).components().stream().map(Component::name).toList();
        this.view = new HealthView(theme, ages, this);
        this.browser = new Browser(failure -> Toasts.refuse(view, failure));
        ages.now().addListener(onTick);
        refresh();
    }

    @Override
    public String title() {
        return "Health";
    }

    @Override
    public String icon() {
        return "fth-heart";
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void shown(boolean nowInView) {
        refresh();
    }

    @Override
    public ReadOnlyObjectProperty<Badge> badge() {
        return badge.getReadOnlyProperty();
    }

    @Override
    public boolean handles(Action action) {
        return view.getScene() != null && switch (action) {
            case FILTER, FAULTS -> true;
            case COPY_STATUS -> view.table().chosen().isPresent();
            default -> false;
        };
    }

    @Override
    public void act(Action action) {
        switch (action) {
            case FILTER -> view.filter().requestFocus();
            case FAULTS -> view.faultsOnly().fire();
            case COPY_STATUS -> view.table().chosen().ifPresent(row -> copy(row.copied()));
            default -> { }
        }
    }

    @Override
    public void faultsOnly(boolean only) {
        faultsOnly = only;
        refresh();
    }

    @Override
    public void filter(String wanted) {
        words = wanted;
        refresh();
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        Toasts.say(view, "Copied", text);
    }

    @Override
    public void open(URI address) {
        browser.accept(address);
    }

    @Override
    public void close() {
        ages.now().removeListener(onTick);
    }

    /** Also out of view, for the badge. */
    private void refresh() {
        models.submit(new Asked(ages.instant(), faultsOnly, words));
    }

    private HealthModel model(Asked asked) {
        Platforms platforms = console.platforms(environment);
        return HealthModel.of(new HealthModel.Known(platforms.health().map(HealthChecks::readings),
                platforms.sources().stream().filter(source -> source.name().equals(title())).findFirst(), order, asked.now(),
                asked.faultsOnly(), asked.words()));
    }

    private void show(HealthModel model) {
        long down = model.count(State.FAILED);
        badge.set(down == 0 ? Badge.NONE : new Badge(down, State.FAILED));
        view.show(model);
    }

    HealthView view() {
        return view;
    }
}
