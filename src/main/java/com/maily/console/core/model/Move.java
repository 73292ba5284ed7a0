package com.maily.console.core.model;

import java.util.Locale;

/** What a person does to running canaries, to one or to several as one action. */
public enum Move {
    /** Sends this weight now. */
    SET,
    /** Sends this weight once the present one has passed. */
    QUEUE,
    /** Goes on to the next rung now, past the rest of the analysis and past an open question. */
    PROMOTE,
    /** Holds it where it is; it is still watched. */
    PAUSE,
    /** Lets a held one go on. */
    RESUME,
    /** Sends all traffic back and holds it. */
    ABORT;

    /** {@code promoted}: what a component is when it was done. */
    public String done() {
        return switch (this) {
            case SET -> "set";
            case QUEUE -> "queued";
            case PROMOTE -> "promoted";
            case PAUSE -> "paused";
            case RESUME -> "resumed";
            case ABORT -> "aborted";
        };
    }

    public String verb() {
        return name().toLowerCase(Locale.ROOT);
    }
}
