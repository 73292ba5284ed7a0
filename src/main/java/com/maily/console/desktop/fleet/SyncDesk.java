package com.maily.console.desktop.fleet;

import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.GitOpsDesk;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Subscription;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.shell.Toasts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Follows what Git wants, and makes what drifts so once a person has chosen and said why. FX thread only; it asks elsewhere. */
final class SyncDesk implements Subscription {

    private record Answers(List<String> done, List<Failure> refused) { }

    private final Console console;
    private final Environment environment;
    private final Actor me;
    private final Consumer<SyncModel> shown;
    private final SyncPanel panel;
    private final Latest<Answers> answers = new Latest<>(this::answered);
    private final Subscription journal;
    private final List<Component> components;
    private final Runnable changed;
    private final Latest<GitReading> news = new Latest<>(this::read);
    private Subscription watch = () -> { };
    private Optional<GitReading> git = Optional.empty();
    private History history = History.EMPTY;
    private SyncModel model = SyncModel.NOTHING;

    /**
     * @param seats   what the controller is asked about; none where there is no controller
     * @param shown   told of each newer model
     * @param changed called when there is something newer to show
     */
    SyncDesk(Console console, Environment environment, Actor me, List<Seat> seats, Consumer<SyncModel> shown, Runnable changed) {
        this.console = console;
        this.environment = environment;
        this.me = me;
        this.components = seats.stream().map(Seat::component).toList();
        this.shown = shown;
        this.changed = changed;
        this.panel = new SyncPanel(environment, this::send);
        this.journal = console.journal().follow(new Latest<>(newest -> {
            history = newest;
            changed.run();
        }));
    }

    /** Asks only while somebody looks. */
    void run(boolean inView) {
        watch.close();
        watch = inView && !components.isEmpty() ? new GitWatch(() -> console.platforms(environment.name()), console.time(),
                components, news) : () -> { };
    }

    private void read(GitReading newest) {
        git = Optional.of(newest);
        changed.run();
    }

    /** Empty while nothing has been heard, and where there is no controller. */
    Optional<GitReading> git() {
        return git;
    }

    void show(Instant now) {
        model = SyncModel.of(environment, git, history, now);
        panel.show(model);
        shown.accept(model);
    }

    SyncPanel panel() {
        return panel;
    }

    boolean possible() {
        return model.possible();
    }

    void open(Optional<Seat> selected) {
        if (model.possible()) {
            panel.open(selected.map(seat -> seat.component().name())
                    .filter(name -> model.drifts().stream().anyMatch(drift -> drift.components().contains(name)))
                    .map(Set::of).orElse(Set.of()));
        }
    }

    private void send(List<String> components, String reason) {
        Thread.ofVirtual().name("sync drift").start(() -> answers.publish(sent(components, reason)));
    }

    private Answers sent(List<String> components, String reason) {
        List<String> done = new ArrayList<>();
        List<Failure> refused = new ArrayList<>();
        for (String component : components) {
            try {
                done.add(new GitOpsDesk(console, environment.name()).sync(component, reason, me));
            } catch (FailureException problem) {
                refused.add(problem.failure());
            } catch (RuntimeException problem) {
                refused.add(new Failure.Defect("Syncing " + component + " failed", String.valueOf(problem.getMessage()),
                        "Look at its application in Argo CD; report this."));
            }
        }
        return new Answers(done, refused);
    }

    private void answered(Answers given) {
        given.done().forEach(text -> Toasts.say(panel, "Sync", text));
        if (given.refused().isEmpty()) {
            panel.close();
        } else {
            panel.refused(given.refused());
        }
    }

    @Override
    public void close() {
        run(false);
        journal.close();
    }
}
