package com.maily.console.desktop.shell;

import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.GitOpsDesk;
import com.maily.console.core.engine.Reminder;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Hold;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** Reminds of what is not applied from Git any more, and restores it when that changes nothing that runs. FX thread only. */
final class SyncHolds {

    private record Answers(List<String> done, List<Failure> refused) { }

    private final Console console;
    private final String environment;
    private final Latest<Answers> answers;

    SyncHolds(Console console, String environment, Node owner) {
        this.console = console;
        this.environment = environment;
        this.answers = new Latest<>(given -> {
            given.done().forEach(text -> Toasts.say(owner, "Auto-sync", text));
            given.refused().forEach(why -> Toasts.refuse(owner, why));
        });
    }

    List<Alert> alerts(History history, Instant now) {
        return Reminder.of(history, environment, now).stream().map(reminder -> new Alert(State.HELD, reminder.text(), "Argo CD",
                Format.age(reminder.hold().since(), now), Optional.of(Action.RESTORE_SYNC))).toList();
    }

    boolean any(History history) {
        return !history.holds(environment).isEmpty();
    }

    void restore(History history) {
        List<Hold> holds = history.holds(environment);
        Actor me = new Actor(System.getProperty("user.name", "unknown"), "Console");
        Thread.ofVirtual().name("restore auto-sync").start(() -> answers.publish(restored(holds, me)));
    }

    private Answers restored(List<Hold> holds, Actor me) {
        List<String> done = new ArrayList<>();
        List<Failure> refused = new ArrayList<>();
        for (Hold hold : holds) {
            try {
                done.add(new GitOpsDesk(console, environment).restore(hold.components().getFirst(), false,
                        "restored by hand", me));
            } catch (FailureException problem) {
                refused.add(problem.failure());
            }
        }
        return new Answers(done, refused);
    }
}
