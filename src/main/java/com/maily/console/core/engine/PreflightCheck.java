package com.maily.console.core.engine;

import java.time.Instant;

/**
 * One thing that was looked at before a plan may start.
 *
 * @param subject a component's name, or what else was looked at
 * @param detail  one short sentence with the proof or the obstacle
 */
public record PreflightCheck(String subject, String title, Result result, String detail, Instant at) {
    /** Only FAIL stops a plan; UNKNOWN and WARN are shown and never counted as good. */
    public enum Result { PASS, WARN, FAIL, UNKNOWN }
}
