package com.maily.console.platforms.sqlite;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.EntryCodec;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Line;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.FailureException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An append on its way to the disk. Read and settled under the journal's lock. */
final class Pending {

    private final Instant at;
    private final String deployment;
    private final Actor actor;
    private final Event event;
    private final String json;
    private @Nullable Entry entry;
    private @Nullable FailureException failure;

    Pending(Instant at, String deployment, Actor actor, Event event) {
        this.at = at;
        this.deployment = deployment;
        this.actor = actor;
        this.event = event;
        this.json = EntryCodec.event(event);
    }

    Line after(long sequence, String previous) {
        return EntryCodec.line(sequence + 1, at, deployment, actor, json, previous);
    }

    Entry entry(Line line) {
        return new Entry(line.sequence(), at, deployment, actor, event, line.previous(), line.hash());
    }

    void written(Entry durable) {
        entry = durable;
    }

    void failed(FailureException why) {
        failure = why;
    }

    boolean settled() {
        return entry != null || failure != null;
    }

    Entry result() {
        if (entry != null) {
            return entry;
        }
        throw failure != null ? failure : new IllegalStateException("an append was neither written nor refused");
    }
}
