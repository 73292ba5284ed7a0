package com.maily.console.core.engine;

import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Says what is still paused and for how long, so that nobody finds out a week later that Git is no longer applied. */
public record Reminder(Hold hold, Duration age) {

    public static List<Reminder> of(History history, String environment, Instant now) {
        return history.holds(environment).stream().map(hold -> new Reminder(hold, age(hold, now))).toList();
    }

    private static Duration age(Hold hold, Instant now) {
        Duration age = Duration.between(hold.since(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    public String text() {
        String since = age.toDays() > 0 ? age.toDays() + (age.toDays() == 1 ? " day" : " days") : Words.of(age);
        return "Auto-sync of " + hold.application() + " is paused since " + since + " (" + hold.why() + "): what Git says of "
                + Words.list(hold.components()) + " is not applied.";
    }
}
