package com.maily.console.core.sla.budget;

/**
 * How one pair of windows stands now.
 *
 * @param sentence why, without a full stop
 */
public record AlertState(BurnAlert alert, Word word, String sentence) {

    /** TOO_FEW_REQUESTS and UNKNOWN say nothing either way. */
    public enum Word { FIRING, QUIET, TOO_FEW_REQUESTS, UNKNOWN }
}
