package com.maily.console.core.journal;

import com.maily.console.core.model.Actor;
import java.time.Instant;
import java.util.List;

/**
 * Automatic syncing that was paused and not yet restored: what people are reminded of until it is.
 *
 * @param selfHeal whether changes made elsewhere were undone before
 * @param policy   what it was, in the controller's own text
 * @param run      the run that paused it; for a person's own pause, what its entry was filed under
 * @param byRun    whether a step paused it, so that it may be given back without asking
 */
public record Hold(String environment, String application, List<String> components, boolean selfHeal, String policy, String why,
                   Instant since, String run, boolean byRun, Actor by) {

    public Hold {
        components = List.copyOf(components);
    }

    static Hold of(Entry entry, Event.AutoSyncPaused event) {
        return new Hold(event.environment(), event.application(), event.components(), event.selfHeal(), event.policy(),
                event.why(),
                entry.at(), entry.deployment(), !event.step().isEmpty(), entry.actor());
    }

    static String key(String environment, String application) {
        return environment + '/' + application;
    }
}
