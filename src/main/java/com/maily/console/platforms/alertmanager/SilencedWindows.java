package com.maily.console.platforms.alertmanager;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.Time;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Mutes an environment's alerts with a silence whose comment ends with the run it is for. Each write is read back: an update may
 * come to be another silence.
 */
public final class SilencedWindows implements Mutes {

    private static final String AUTHOR = "Maily Console";

    private final AlertmanagerClient client;
    private final Scope scope;
    private final String environment;
    private final Time time;

    public SilencedWindows(AlertmanagerClient client, Scope scope, String environment, Time time) {
        this.client = client;
        this.scope = scope;
        this.environment = environment;
        this.time = time;
    }

    @Override
    public String system() {
        return "Alertmanager";
    }

    @Override
    public List<Mute> of(String deployment) {
        return ours(deployment).stream().map(Silence::mute).toList();
    }

    private List<Silence> ours(String deployment) {
        String mark = mark(deployment);
        return client.silences().stream().filter(silence -> silence.by().equals(AUTHOR) && silence.comment().endsWith(mark)).toList();
    }

    private String mark(String deployment) {
        return "[" + deployment + " in " + environment + "]";
    }

    @Override
    public String mute(Window window) {
        List<Silence> there = ours(window.deployment());
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant until = window.until().truncatedTo(ChronoUnit.MILLIS);
        String comment = window.why() + " " + mark(window.deployment());
        Silence wanted = there.isEmpty() ? new Silence("", "", scope.matchers(), now, until, AUTHOR, comment)
                : new Silence(there.getFirst().id(), "", scope.matchers(), there.getFirst().from(), until, AUTHOR, comment);
        Silence made = client.silence(client.post(wanted));
        if (made.expired() || !made.until().equals(until)) {
            throw new FailureException(new Failure.Conflict("Alertmanager does not show the silence that was made",
                    "Silence " + made.id() + " is " + made.state() + " until " + made.until() + ".", "Look at it in Alertmanager."));
        }
        there.stream().filter(old -> !old.id().equals(made.id())).forEach(old -> unmute(old.mute()));
        return "Silence " + made.id() + " of " + String.join(", ", scope.matchers().stream().map(Matcher::toString).toList())
                + " is " + made.state() + " until " + made.until() + ".";
    }

    @Override
    public String unmute(Mute mute) {
        try {
            client.expire(mute.id());
            Silence after = client.silence(mute.id());
            if (!after.expired()) {
                throw new FailureException(new Failure.Conflict("Alertmanager did not end the silence",
                        "Silence " + mute.id() + " is still " + after.state() + ".", "It is tried again."));
            }
            return "Silence " + mute.id() + " ended " + after.until() + ".";
        } catch (FailureException problem) {
            if (problem.failure() instanceof Failure.Missing) {
                return "Silence " + mute.id() + " is not there any more.";
            }
            throw problem;
        }
    }
}
