package com.maily.console.desktop.rollback;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.FailureException;
import com.maily.console.desktop.fx.Latest;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sends what was decided on the rollback screen from another thread, and brings back why it was refused. */
final class RollbackOrders {

    private final Console console;
    private final String environment;
    private final Actor actor;
    private final Latest<String> answers;

    /** @param refused takes the reason, empty when it was accepted; called on the FX thread */
    RollbackOrders(Console console, String environment, Actor actor, Consumer<String> refused) {
        this.console = console;
        this.environment = environment;
        this.actor = actor;
        this.answers = new Latest<>(refused);
    }

    void rollBack(RollbackChoice choice, String reason) {
        Commands.Undo undo = choice.undo(environment, console.workspace().in(environment), reason);
        send(() -> console.commands().rollBack(undo, actor));
    }

    void stop(Deployment run) {
        send(() -> console.commands().cancel(run.id(), "stopped by hand", actor));
    }

    private void send(Supplier<Commands.Answer> order) {
        Thread.startVirtualThread(() -> answers.publish(answer(order)));
    }

    private static String answer(Supplier<Commands.Answer> order) {
        try {
            return switch (order.get()) {
                case Commands.Answer.Accepted _ -> "";
                case Commands.Answer.Refused refused -> refused.why().sentence();
            };
        } catch (FailureException e) {
            return e.failure().sentence();
        }
    }
}
