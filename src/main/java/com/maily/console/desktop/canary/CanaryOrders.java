package com.maily.console.desktop.canary;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import com.maily.console.desktop.fx.Latest;
import java.util.List;
import com.maily.console.core.port.StepRewriting.Rewrite;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives orders away from the FX thread. FX thread only. */
final class CanaryOrders implements CanaryActions {

    private final Commands commands;
    private final String environment;
    private final Actor actor;
    private final Latest<String> answers;
    private Optional<Deployment> run = Optional.empty();

    /** @param answers takes why an order was refused, or an empty text */
    CanaryOrders(Commands commands, String environment, Actor actor, Latest<String> answers) {
        this.commands = commands;
        this.environment = environment;
        this.actor = actor;
        this.answers = answers;
    }

    /** The run as it now is: orders are for it. */
    void look(Optional<Deployment> newest) {
        run = newest;
    }

    @Override
    public void move(Commands.Group components, Move move, Optional<Weight> to) {
        send(id -> commands.move(id, components, move, to, "", actor));
    }

    @Override
    public void unqueue(CanaryCard card) {
        send(id -> commands.unqueue(id, card.component(), actor));
    }

    @Override
    public void previewSteps(CanaryCard card, Weight next, Consumer<CanarySteps> answer) {
        run.map(Deployment::id).ifPresent(id -> Thread.startVirtualThread(
                () -> answer.accept(CanarySteps.of(commands, id, card.component(), next))));
    }

    @Override
    public void rewriteSteps(CanaryCard card, Rewrite shown) {
        send(id -> commands.rewriteSteps(id, card.component(), shown, actor));
    }

    @Override
    public void rollBack(CanaryCard card) {
        send(_ -> commands.rollBack(new Commands.Undo(environment, List.of(card.component()), Optional.empty(),
                card.component() + " rolled back from its canary card"), actor));
    }

    @Override
    public void answer(CanaryCard card, boolean approved) {
        send(id -> commands.answer(id, card.step(), approved, "", actor));
    }

    @Override
    public void pause() {
        send(id -> commands.pause(id, "", actor));
    }

    @Override
    public void resume() {
        send(id -> commands.resume(id, "", actor));
    }

    @Override
    public void retry(String step) {
        send(id -> commands.retry(id, step, actor));
    }

    private interface Order {
        Commands.Answer give(String deployment);
    }

    /** Only a refusal comes back; what was done comes through the journal. */
    private void send(Order order) {
        run.map(Deployment::id).ifPresent(id -> Thread.startVirtualThread(() -> answers.publish(switch (order.give(id)) {
            case Commands.Answer.Accepted _ -> "";
            case Commands.Answer.Refused refused -> refused.why().sentence();
        })));
    }
}
