package com.maily.console.desktop.rollout;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.desktop.fx.Latest;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sends commands from another thread, in the order they were given, and brings refusals back to the screen. */
final class Orders implements AutoCloseable {
    private final BlockingQueue<Supplier<Commands.Answer>> waiting = new LinkedBlockingQueue<>();
    private final Latest<Failure> refusals;
    private final Thread sender;

    Orders(Consumer<Failure> onRefusal) {
        refusals = new Latest<>(onRefusal);
        sender = Thread.ofVirtual().name("rollout orders").start(this::send);
    }

    void give(Supplier<Commands.Answer> order) {
        waiting.add(order);
    }

    private void send() {
        try {
            while (true) {
                carryOut(waiting.take());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryOut(Supplier<Commands.Answer> order) {
        try {
            if (order.get() instanceof Commands.Answer.Refused refused) {
                refusals.publish(refused.why());
            }
        } catch (FailureException e) {
            refusals.publish(e.failure());
        }
    }

    @Override
    public void close() {
        sender.interrupt();
    }
}
