package com.maily.console.core.model;

/** What an {@link Step.Inspect} step reads and holds against what it must be. */
public enum Inspection {
    /** Each connection of the environment answers with our credentials. */
    CONNECTIONS,
    /** Each workload of the environment exists and is fully available before anything is changed. */
    INFRASTRUCTURE,
    /** What others depend on (Redis) is ready. */
    DEPENDENCIES,
    /** Each container has resource limits and a readiness probe. */
    LIMITS_AND_PROBES,
    /** Each workload is selected by a network policy. */
    NETWORK_POLICIES,
    /** Each objective's query returns samples younger than a minute, and each health endpoint answers as it should. */
    METRICS_ARRIVE,
    /** Each workload exports traces (its containers name an OTLP endpoint). */
    TRACING
}
