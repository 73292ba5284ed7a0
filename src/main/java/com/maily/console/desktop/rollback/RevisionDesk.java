package com.maily.console.desktop.rollback;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Revision;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.rollback.RevisionModel.Known;
import java.util.List;
import java.util.Optional;

/** Reads a component's history and previews an undo on other threads, and sends the undo that was held for. FX thread only. */
final class RevisionDesk {

    private final Console console;
    private final String environment;
    private final Actor actor;
    private final Ages ages;
    private final RevisionCard card;
    private final Latest<Known> news = new Latest<>(this::learned);
    private final Latest<String> answers;
    private Known known = Known.nothing("");

    RevisionDesk(Console console, String environment, Actor actor, Ages ages, Runnable onClose) {
        this.console = console;
        this.environment = environment;
        this.actor = actor;
        this.ages = ages;
        this.card = new RevisionCard(console.workspace().in(environment).components().stream().map(Component::name).toList(),
                this::component, this::choose, this::undo, onClose);
        this.answers = new Latest<>(card::answered);
    }

    RevisionCard card() {
        return card;
    }

    /** Reads again whatever was looked at last, or the first component. */
    void open() {
        component(known.component().isEmpty() ? card.components().getFirst() : known.component());
    }

    private void component(String name) {
        known = Known.nothing(name);
        render();
        Thread.ofVirtual().name("revisions").start(() -> news.publish(read(name)));
    }

    private Known read(String name) {
        try {
            Component component = console.workspace().in(environment).component(name).orElseThrow();
            List<Revision> history = console.platforms(environment).deployer(component).history(component);
            return new Known(name, Optional.of(history), "", Optional.empty(), Optional.empty());
        } catch (FailureException problem) {
            return new Known(name, Optional.empty(), "", Optional.empty(), Optional.of(problem.failure()));
        }
    }

    private void choose(String identity) {
        if (identity.equals(known.chosen())) {
            return;
        }
        known = known.choosing(identity);
        render();
        Known asked = known;
        Thread.ofVirtual().name("undo preview").start(() -> {
            Commands.Preview preview = console.commands().previewUndo(wanted(asked, ""));
            news.publish(new Known(asked.component(), asked.history(), identity, Optional.of(preview), Optional.empty()));
        });
    }

    /** What was asked for something else meanwhile is not shown. */
    private void learned(Known newest) {
        if (newest.component().equals(known.component()) && newest.chosen().equals(known.chosen())) {
            known = newest;
            render();
        }
    }

    private void undo() {
        if (!RevisionModel.of(known, ages.instant()).blocked().isEmpty()) {
            return;
        }
        Commands.UndoTo undo = wanted(known, "undone by hand");
        Thread.startVirtualThread(() -> answers.publish(switch (console.commands().undo(undo, actor)) {
            case Commands.Answer.Accepted accepted -> accepted.deployment() + " is on its way.";
            case Commands.Answer.Refused refused -> refused.why().sentence();
        }));
    }

    private Commands.UndoTo wanted(Known about, String reason) {
        return new Commands.UndoTo(environment, about.component(), about.chosen(), reason);
    }

    private void render() {
        card.show(RevisionModel.of(known, ages.instant()));
    }
}
