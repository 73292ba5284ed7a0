package com.maily.console.sandbox.world;

/** Makes whole numbers of expected ones and keeps the rest for the next time, so that nothing is lost in the long run. */
final class Carry {

    private double rest;

    long whole(double expected) {
        rest += expected;
        long whole = (long) Math.floor(rest);
        rest -= whole;
        return whole;
    }
}
