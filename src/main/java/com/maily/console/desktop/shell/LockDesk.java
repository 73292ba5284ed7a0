package com.maily.console.desktop.shell;

import com.maily.console.core.engine.Commands.Answer;
import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.Latest;
import java.util.function.Supplier;

/** The environment's lock in the window: watches it, shows it, and sends what a person does about it. FX thread only. */
final class LockDesk implements AutoCloseable {

    private final Ages ages;
    private final LockPanel panel;
    private final LockWatch watch;
    private final Latest<Answer> answers = new Latest<>(this::show);
    private LockReading reading = LockReading.UNREAD;

    LockDesk(Console console, String environment, Ages ages) {
        this.ages = ages;
        Actor me = new Actor(System.getProperty("user.name", "unknown"), "Console");
        panel = new LockPanel(environment,
                reason -> send(() -> console.commands().takeOverLock(environment, reason, me)),
                reason -> send(() -> console.commands().breakLock(environment, reason, me)));
        watch = new LockWatch(console, environment, this::show);
    }

    LockPanel panel() {
        return panel;
    }

    LockModel model() {
        return LockModel.of(reading, ages.instant());
    }

    private void show(LockReading newest) {
        reading = newest;
        panel.show(model());
    }

    /** It asks the platform, so it must not be waited for here. */
    private void send(Supplier<Answer> command) {
        Thread.ofVirtual().name("lock command").start(() -> {
            try {
                answers.publish(command.get());
            } catch (FailureException e) {
                answers.publish(new Answer.Refused(e.failure()));
            } catch (RuntimeException e) {
                answers.publish(new Answer.Refused(new Failure.Defect("The lock could not be taken",
                        String.valueOf(e.getMessage()),
                        "Report this.")));
            }
        });
    }

    private void show(Answer answer) {
        switch (answer) {
            case Answer.Refused refused -> panel.refused(refused.why());
            case Answer.Accepted _ -> {
                panel.close();
                Toasts.say(panel, "The lock was taken", "It is on record, and whoever held it stops writing.");
            }
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
