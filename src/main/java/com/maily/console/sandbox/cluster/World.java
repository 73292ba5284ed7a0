package com.maily.console.sandbox.cluster;

import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** What all parts of the cluster share: time, objects, and one source of made-up names. */
final class World {

    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private final ObjectStore store = new ObjectStore();
    private final ControllerFaults faults = new ControllerFaults();
    private final Random random;
    private SandboxClock clock;

    World(SandboxClock clock, long seed) {
        this.clock = clock;
        this.random = new Random(seed);
    }

    ObjectStore store() {
        return store;
    }

    ControllerFaults faults() {
        return faults;
    }

    SandboxClock clock() {
        return clock;
    }

    /** Lets the world live on another clock, for telling its past. */
    void live(SandboxClock other) {
        clock = other;
    }

    Instant now() {
        return clock.instant();
    }

    String timestamp() {
        return Meta.time(now());
    }

    void after(Duration delay, Runnable action) {
        clock.schedule(delay, action);
    }

    String uid() {
        long high = random.nextLong() & 0xffff_ffff_ffff_0fffL | 0x4000L;
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    String suffix() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    int pick(int bound) {
        return random.nextInt(bound);
    }

    /** The hash of a template, written in the letters Kubernetes uses for it. */
    static String hash(String text) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        StringBuilder word = new StringBuilder();
        Integer.toUnsignedString(hash).chars().forEach(digit -> word.append(LETTERS.charAt(digit % LETTERS.length())));
        return word.toString();
    }
}
