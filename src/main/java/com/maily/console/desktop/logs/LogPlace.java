package com.maily.console.desktop.logs;

import java.time.Instant;

/**
 * What to look into.
 *
 * @param service a component's or a job's name
 * @param until   the end of the time searched
 */
public record LogPlace(String environment, String service, Instant until) { }
