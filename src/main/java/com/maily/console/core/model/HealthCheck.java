package com.maily.console.core.model;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A health endpoint as the workspace file names it: where it is, and what it answers while all is well.
 *
 * @param component whose it is
 * @param name      tells several of one component apart
 * @param address   http or https, without secrets
 * @param status    the HTTP status of a healthy answer
 * @param expected  what its JSON must say beside that
 * @param timeout   until the last byte
 * @param slow      an answer that takes longer is too slow to be well
 * @param interval  how often it is asked, in the environments' time
 * @param notice    how long before its certificate runs out somebody should know
 */
public record HealthCheck(String component, String name, URI address, int status, Optional<Expected> expected, Duration timeout,
                          Duration slow, Duration interval, Duration notice) {

    public static final int STATUS = 200;
    public static final Duration TIMEOUT = Duration.ofSeconds(5);
    public static final Duration SLOW = Duration.ofSeconds(1);
    public static final Duration INTERVAL = Duration.ofSeconds(15);
    public static final Duration NOTICE = Duration.ofDays(21);

    /** A field of a JSON answer, {@code status.code}, and the value it must have. */
    public record Expected(String field, String value) { }

    /** One with the usual settings. */
    public HealthCheck(String component, String name, URI address) {
        this(component, name, address, STATUS, Optional.empty(), TIMEOUT, SLOW, INTERVAL, NOTICE);
    }

    /** As people tell it from others: {@code api health}. */
    public String subject() {
        return component + " " + name;
    }
}
