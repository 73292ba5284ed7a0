package com.maily.console.core.model;

/**
 * One cluster of an environment that has several. What lives there is written with it, {@code api@eu-west-1}: components,
 * platforms and metric sources alike. This class is the only one that knows how.
 *
 * @param wave from 1; a new version reaches the regions of a wave after those of all earlier waves
 */
public record Region(String name, int wave) {

    private static final char AT = '@';

    /** Whether a name people chose can be told from one with a region. */
    public static boolean isPlain(String name) {
        return name.indexOf(AT) < 0;
    }

    /** {@code api} for {@code api@eu-west-1}, and for {@code api}. */
    public static String baseOf(String name) {
        return isPlain(name) ? name : name.substring(0, name.indexOf(AT));
    }

    /** {@code eu-west-1} for {@code api@eu-west-1}; empty for {@code api}. */
    public static String regionOf(String name) {
        return isPlain(name) ? "" : name.substring(name.indexOf(AT) + 1);
    }

    /** As a lamp is named, {@code kubernetes eu-west-1} for {@code kubernetes@eu-west-1}. */
    public static String spoken(String name) {
        return name.replace(AT, ' ');
    }

    /** {@code api@eu-west-1} for {@code api}, in this region. */
    public String of(String base) {
        return base + AT + name;
    }
}
