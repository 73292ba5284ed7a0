package com.maily.console.core.port;

import java.time.Instant;

/**
 * One running unit of a component, for display.
 *
 * @param revision the pod template hash or its like
 * @param phase    the platform's own word: {@code Running}, {@code Pending}, {@code CrashLoopBackOff}
 * @param zone     where it runs; empty when unknown
 */
public record Pod(String name, String namespace, String component, Track track, String version, String revision, String phase,
                  boolean ready, int restarts, String zone, Instant createdAt) { }
