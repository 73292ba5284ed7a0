package com.maily.console.desktop.canary;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Weight;
import com.maily.console.desktop.fx.Latest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Gives orders away from the FX thread and keeps the queued ones until their time has come. FX thread only. */
final class CanaryOrders implements CanaryActions {

    private final Commands commands;
    private final String environment;
    private final Actor actor;
    private final Latest<String> answers;
    private final BiConsumer<String, String> remark;
    private final Map<String, CanaryQueue> queued = new HashMap<>();
    private Optional<Deployment> run = Optional.empty();
    private Runnable changed = () -> { };

    /**
     * @param answers takes why an order was refused, or an empty text
     * @param remark  takes a component and what became of its queued weight
     */
    CanaryOrders(Commands commands, String environment, Actor actor, Latest<String> answers, BiConsumer<String, String> remark) {
        this.commands = commands;
        this.environment = environment;
        this.actor = actor;
        this.answers = answers;
        this.remark = remark;
    }

    void whenChanged(Runnable listener) {
        changed = listener;
    }

    Map<String, CanaryQueue> queued() {
        return Map.copyOf(queued);
    }

    /** The run as it now is; sends or drops what was queued for another state of it. */
    void look(Optional<Deployment> newest) {
        run = newest;
        for (Map.Entry<String, CanaryQueue> entry : Map.copyOf(queued).entrySet()) {
            String component = entry.getKey();
            switch (entry.getValue().fate(newest)) {
                case CanaryQueue.Fate.Waits _ -> { }
                case CanaryQueue.Fate.Sent _ -> {
                    queued.remove(component);
                    send(id -> commands.shift(id, component, entry.getValue().to(), actor));
                }
                case CanaryQueue.Fate.Dropped dropped -> {
                    queued.remove(component);
                    remark.accept(component, dropped.why());
                }
            }
        }
    }

    @Override
    public void shift(CanaryCard card, Weight to) {
        send(id -> commands.shift(id, card.component(), to, actor));
    }

    @Override
    public void queue(CanaryCard card, Weight to) {
        run.ifPresent(one -> queued.put(card.component(), new CanaryQueue(one.id(), card.step(), to, card.slide().desired(),
                card.queued().isPresent() ? Optional.ofNullable(queued.get(card.component())).flatMap(CanaryQueue::planned)
                        : card.slide().next())));
        changed.run();
    }

    @Override
    public void unqueue(CanaryCard card) {
        queued.remove(card.component());
        changed.run();
    }

    @Override
    public void rollBack(CanaryCard card) {
        send(_ -> commands.rollBack(new Commands.Undo(environment, List.of(card.component()), Optional.empty(),
                card.component() + " rolled back from its canary card"), actor));
    }

    @Override
    public void answer(CanaryCard card, boolean approved) {
        Optional<Weight> to = Optional.ofNullable(queued.remove(card.component())).map(CanaryQueue::to).filter(_ -> approved);
        send(id -> to.map(weight -> commands.shift(id, card.component(), weight, actor))
                .filter(Commands.Answer.Refused.class::isInstance)
                .orElseGet(() -> commands.answer(id, card.step(), approved, "", actor)));
        changed.run();
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
        run.map(Deployment::id).ifPresent(id -> off(() -> order.give(id)));
    }

    private void off(Supplier<Commands.Answer> order) {
        Thread.startVirtualThread(() -> answers.publish(switch (order.get()) {
            case Commands.Answer.Accepted _ -> "";
            case Commands.Answer.Refused refused -> refused.why().sentence();
        }));
    }
}
