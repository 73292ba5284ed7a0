package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.port.Announcement;
import com.maily.console.core.port.Announcer;
import com.maily.console.core.port.Time;
import java.util.Optional;

/** Makes one other tool show what became of an environment's runs; what it missed while it was away it is told afterwards. */
final class AnnouncingTool extends Tool {

    private final Announcer announcer;

    AnnouncingTool(String environment, Announcer announcer, Journal journal, Time time) {
        super(environment, announcer.system(), journal, time);
        this.announcer = announcer;
    }

    @Override
    void look(Deployment run) {
        Optional<Announcement.Kind> known = run.told().announced(environment(), system());
        Announcement.Kind now = kind(run);
        boolean begun = run.steps().values().stream().anyMatch(step -> step.startedAt().isPresent());
        // A tool that was connected only now is not told of what was over before.
        boolean concerned = !run.over() || known.isPresent() || run.told().away(environment(), system()).isPresent();
        if (run.plan().environment().equals(environment()) && begun && concerned && known.filter(now::equals).isEmpty()) {
            attempt(run, "show the run", () -> append(run, new Event.Announced(environment(), system(), now,
                    announcer.announce(of(run, now)))));
        }
    }

    private static Announcement.Kind kind(Deployment run) {
        return switch (run.status()) {
            case RUNNING, PAUSED -> Announcement.Kind.STARTED;
            case SUCCEEDED -> Announcement.Kind.SUCCEEDED;
            case FAILED, CANCELLED -> Announcement.Kind.FAILED;
            case SUPERSEDED -> Announcement.Kind.ROLLED_BACK;
        };
    }

    private static Announcement of(Deployment run, Announcement.Kind kind) {
        String environment = run.plan().environment();
        String version = run.plan().version();
        String title = run.goesBack() ? "Roll " + environment + " back to " + version : "Deploy " + version + " to " + environment;
        String text = Locks.claim(run).reason() + ", by " + run.startedBy().name()
                + (run.over() && !run.statusReason().isBlank() ? ". " + run.statusReason() : "");
        return new Announcement(run.id(), environment, kind, version, title, text, run.release().artifacts(), run.startedAt(),
                run.endedAt());
    }
}
