package com.maily.console.sandbox.cluster;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** A controller's queue: an object that changed is looked at a moment later, once, however often it changed meanwhile. */
final class WorkQueue {

    private final World world;
    private final Duration delay;
    private final Consumer<Key> sync;
    private final Set<Key> waiting = new HashSet<>();

    WorkQueue(World world, Duration delay, Consumer<Key> sync) {
        this.world = world;
        this.delay = delay;
        this.sync = sync;
    }

    void add(Key key) {
        if (waiting.add(key)) {
            world.after(delay, () -> {
                waiting.remove(key);
                sync.accept(key);
            });
        }
    }

    void addAfter(Key key, Duration later) {
        world.after(later, () -> add(key));
    }
}
