package com.maily.console.core.port;

/** The two sides of a canary. A component without a canary has only the stable one. */
public enum Track {
    STABLE, CANARY;

    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
