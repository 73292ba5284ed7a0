package com.maily.console.core.port;

import java.time.Instant;

/**
 * Something a platform has noted about a pod or its owners.
 *
 * @param reason the platform's own word: {@code Pulled}, {@code Unhealthy}
 * @param about  the name of what it is about: a pod, a ReplicaSet, a Deployment
 * @param count  how often it happened, the last time {@code at}
 */
public record PodEvent(Instant at, boolean warning, String reason, String message, String about, int count) { }
