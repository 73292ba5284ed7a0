package com.maily.console.sandbox.world;

/** How a version behaves now: it takes about half a minute to get as bad, or as good, as its load makes it. */
final class Strain {

    private static final double SECONDS = 12;

    private Behaviour now;

    Strain(Behaviour start) {
        this.now = start;
    }

    Behaviour after(double seconds, Behaviour target) {
        now = now.towards(target, 1 - StrictMath.exp(-seconds / SECONDS));
        return now;
    }
}
