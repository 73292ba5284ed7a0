package com.maily.console.desktop.app;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Time;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A console whose orders to a protected environment go out only after its name was typed. Orders are given away from the FX
 * thread, so that waiting for a person stops nothing.
 *
 * @param ask given the environment and what is to be sent, gives what was typed; blocks
 */
record ConfirmedConsole(Console console, BiFunction<String, String, String> ask) implements Console {

    @Override
    public Workspace workspace() {
        return console.workspace();
    }

    @Override
    public Commands commands() {
        return new Asking(console.commands());
    }

    @Override
    public Journal journal() {
        return console.journal();
    }

    @Override
    public Platforms platforms(String environment) {
        return console.platforms(environment);
    }

    @Override
    public Time time() {
        return console.time();
    }

    @Override
    public void close() {
        console.close();
    }

    private Commands.Answer confirmed(String environment, String what, Actor by, Supplier<Commands.Answer> order) {
        boolean asks = console.workspace().environment(environment).filter(Environment::protect).isPresent();
        if (!asks) {
            return order.get();
        }
        String typed = ask.apply(environment, what);
        if (typed.isEmpty()) {
            return new Commands.Answer.Refused(new Failure.Rejected("Nothing was sent", environment
                    + " is protected and its name was not typed.", "Give the order again and type the name."));
        }
        return console.commands().confirm(environment, typed, by) instanceof Commands.Answer.Refused wrong ? wrong : order.get();
    }

    private final class Asking implements Commands {

        private final Commands commands;

        Asking(Commands commands) {
            this.commands = commands;
        }

        @Override
        public Answer start(Wanted wanted, Actor by) {
            return confirmed(wanted.environment(), "A rollout of " + wanted.version() + " is about to start.", by,
                    () -> commands.start(wanted, by));
        }

        @Override
        public Answer rollBack(Undo undo, Actor by) {
            return confirmed(undo.environment(), "A rollback is about to start.", by, () -> commands.rollBack(undo, by));
        }

        @Override
        public Answer undo(UndoTo undo, Actor by) {
            return confirmed(undo.environment(), undo.component() + " is about to go back to an earlier revision.", by,
                    () -> commands.undo(undo, by));
        }

        @Override
        public Answer retry(String deployment, String step, Actor by) {
            return confirmed(environment(deployment), "Step " + step + " is about to be tried again.", by,
                    () -> commands.retry(deployment, step, by));
        }

        /** Less traffic for a canary waits for no name. */
        @Override
        public Answer move(String deployment, Group group, Move move, Optional<Weight> to, String reason, Actor by) {
            Supplier<Answer> order = () -> commands.move(deployment, group, move, to, reason, by);
            return raises(deployment, group, move, to) ? confirmed(environment(deployment), String.join(", ", group.components())
                    + to.map(weight -> " is about to get " + weight + " of the traffic.")
                    .orElse(" is about to get more traffic."), by,
                    order) : order.get();
        }

        private boolean raises(String deployment, Group group, Move move, Optional<Weight> to) {
            return switch (move) {
                case SET, QUEUE -> run(deployment).stream().anyMatch(run -> group.components().stream()
                        .anyMatch(component -> to.filter(weight -> weight.isAbove(run.component(component).desired()))
                        .isPresent()));
                case PROMOTE, RESUME -> true;
                case PAUSE, ABORT -> false;
            };
        }

        @Override
        public Answer unqueue(String deployment, String component, Actor by) {
            return commands.unqueue(deployment, component, by);
        }

        private Optional<Deployment> run(String deployment) {
            return console.journal().history().deployment(deployment);
        }

        private String environment(String deployment) {
            return run(deployment).map(run -> run.plan().environment()).orElse("");
        }

        @Override
        public Preview previewDeployment(Wanted wanted) {
            return commands.previewDeployment(wanted);
        }

        @Override
        public Preview previewRollback(Undo undo) {
            return commands.previewRollback(undo);
        }

        @Override
        public Preview previewUndo(UndoTo undo) {
            return commands.previewUndo(undo);
        }

        @Override
        public Answer confirm(String environment, String typed, Actor by) {
            return commands.confirm(environment, typed, by);
        }

        @Override
        public Answer pause(String deployment, String reason, Actor by) {
            return commands.pause(deployment, reason, by);
        }

        @Override
        public Answer resume(String deployment, String reason, Actor by) {
            return commands.resume(deployment, reason, by);
        }

        @Override
        public Answer cancel(String deployment, String reason, Actor by) {
            return commands.cancel(deployment, reason, by);
        }

        @Override
        public Answer skip(String deployment, String step, String reason, Actor by) {
            return commands.skip(deployment, step, reason, by);
        }

        @Override
        public Answer answer(String deployment, String step, boolean approved, String reason, Actor by) {
            return commands.answer(deployment, step, approved, reason, by);
        }

        @Override
        public Answer takeOverLock(String environment, String reason, Actor by) {
            return commands.takeOverLock(environment, reason, by);
        }

        @Override
        public Answer breakLock(String environment, String reason, Actor by) {
            return commands.breakLock(environment, reason, by);
        }
    }
}
