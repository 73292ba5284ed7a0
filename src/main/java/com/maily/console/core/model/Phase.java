package com.maily.console.core.model;

import java.util.List;

/** A numbered group of steps; a phase starts when the one before it is done. */
public record Phase(int number, String title, String subtitle, List<Step> steps) {
    public Phase {
        steps = List.copyOf(steps);
    }
}
