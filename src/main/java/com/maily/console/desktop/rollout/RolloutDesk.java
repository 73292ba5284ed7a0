package com.maily.console.desktop.rollout;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Links;
import com.maily.console.desktop.fx.Browser;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.logs.LogSearchPanel;
import com.maily.console.desktop.shell.Toasts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Sends what people decide on the rollout screen, as the person who sits here. */
final class RolloutDesk implements RolloutActions, AutoCloseable {
    private record Previewed(Commands.Wanted wanted, Commands.Preview preview) { }

    /** What is shown before and after a run. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final Console console;
    private final String environment;
    private final Actor me;
    private final RolloutScreen screen;
    private final Orders orders = new Orders(this::refused);
    private final Latest<Previewed> previews = new Latest<>(this::showPreview);
    private final Browser browser = new Browser(this::refused);
    private final Latest<List<Links.Link>> links = new Latest<>(this::openFirst);
    private final LogSearchPanel logs;
    private Optional<StartDrawer> start = Optional.empty();
    private Optional<StepPlace> looked = Optional.empty();

    RolloutDesk(Console console, String environment, Actor me, RolloutScreen screen) {
        this.console = console;
        this.environment = environment;
        this.me = me;
        this.screen = screen;
        this.logs = new LogSearchPanel(console::platforms, browser, () -> screen.view().closeDrawer());
    }

    @Override
    public void open(URI page) {
        browser.accept(page);
    }

    /** Opens the dashboards at the run's time, for the component that is selected. */
    void openDashboards(String component) {
        screen.run().ifPresent(run -> {
            Instant to = run.endedAt().map(end -> end.plus(MARGIN)).orElseGet(() -> console.time().instant());
            Links.Place place = new Links.Place(environment, component, run.startedAt().minus(MARGIN), to, Optional.empty());
            Thread.startVirtualThread(() -> links.publish(console.platforms(environment).links().stream()
                    .flatMap(links -> links.to(place).stream()).filter(link -> link.title().startsWith("Grafana")).toList()));
        });
    }

    private void openFirst(List<Links.Link> found) {
        found.stream().findFirst().ifPresentOrElse(link -> open(link.address()), () -> Toasts.say(screen.view(), "No dashboard to open",
                "The grafana connection names no dashboard."));
    }

    void openStart() {
        StartDrawer drawer = new StartDrawer(console.workspace(), environment, this::preview, this::start, () -> screen.view()
                .closeDrawer());
        start = Optional.of(drawer);
        screen.view().openDrawer(drawer);
    }

    @Override
    public void select(String step) {
        screen.select(step);
    }

    @Override
    public void pause() {
        order(run -> console.commands().pause(run.id(), "paused on the rollout screen", me));
    }

    @Override
    public void resume() {
        order(run -> console.commands().resume(run.id(), "resumed on the rollout screen", me));
    }

    @Override
    public void retry(String step) {
        order(run -> console.commands().retry(run.id(), step, me));
    }

    @Override
    public void skip(String step, String reason) {
        order(run -> console.commands().skip(run.id(), step, reason, me));
    }

    @Override
    public void answer(String step, boolean approved, String reason) {
        order(run -> console.commands().answer(run.id(), step, approved, reason, me));
    }

    @Override
    public void rollBack(String component) {
        order(run -> console.commands().rollBack(new Commands.Undo(environment, List.of(component),
                Optional.of(run.plan().replaces()),
                "held on the rollout screen"), me));
    }

    @Override
    public void copyCommand(String step) {
        Optional<String> command = screen.run().flatMap(run -> screen.lines().command(run, step));
        command.ifPresentOrElse(text -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            Toasts.say(screen.view(), "Command copied", text);
        }, () -> Toasts.say(screen.view(), "Nothing to copy", "This step has sent no command yet."));
    }

    @Override
    public void watchLog(String pod) {
        screen.watchLog(pod);
    }

    /** Where the selected step may be looked into, now. */
    void look(Optional<StepPlace> place) {
        looked = place;
        screen.view().showFurther(place.isPresent(), place.stream().flatMap(there -> console.platforms(there.environment()).links()
                .stream().flatMap(links -> links.to(there.links()).stream())).toList());
    }

    @Override
    public void searchLogs() {
        looked.ifPresent(place -> {
            screen.view().openDrawer(logs);
            logs.open(place.logs());
        });
    }

    @Override
    public void close() {
        orders.close();
    }

    private void order(Function<Deployment, Commands.Answer> command) {
        screen.run().ifPresent(run -> orders.give(() -> command.apply(run)));
    }

    private void preview(Commands.Wanted wanted) {
        Thread.ofVirtual().name("preview of " + wanted.version())
                .start(() -> previews.publish(new Previewed(wanted, look(wanted))));
    }

    private Commands.Preview look(Commands.Wanted wanted) {
        try {
            return console.commands().previewDeployment(wanted);
        } catch (FailureException e) {
            return new Commands.Preview(Optional.empty(), List.of(), Optional.of(e.failure()));
        }
    }

    private void showPreview(Previewed previewed) {
        start.ifPresent(drawer -> drawer.show(previewed.wanted(), previewed.preview()));
    }

    private void start(Commands.Wanted wanted) {
        orders.give(() -> console.commands().start(wanted, me));
        screen.view().closeDrawer();
        start = Optional.empty();
    }

    private void refused(Failure why) {
        Toasts.refuse(screen.view(), why);
    }
}
