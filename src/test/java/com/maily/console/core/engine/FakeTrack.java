package com.maily.console.core.engine;

import com.maily.console.core.model.Artifact;
import java.time.Duration;
import java.time.Instant;

/** One track of one component in the fake: what it is told, and since when; it is ready a while after it was told. */
final class FakeTrack {

    static final Duration SLOW = Duration.ofSeconds(20);
    Artifact artifact;
    int wanted;
    int readyBefore;
    Instant changed = Instant.EPOCH;

    FakeTrack(Artifact artifact, int wanted) {
        this.artifact = artifact;
        this.wanted = wanted;
        this.readyBefore = wanted;
    }

    boolean settled(Instant now) {
        return !now.isBefore(changed.plus(SLOW));
    }

    int ready(Instant now) {
        return settled(now) ? wanted : Math.min(readyBefore, wanted);
    }

    void run(Artifact next, Instant now) {
        artifact = next;
        readyBefore = 0;
        changed = now;
    }

    void scale(int units, Instant now) {
        readyBefore = ready(now);
        wanted = units;
        changed = now;
    }
}
