package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.Workload.Rollout;

/** The two kinds of workload whose history is kept in ControllerRevisions, and where each has its counters. */
enum RevisionedKind {
    STATEFUL_SET("StatefulSet") {
        @Override
        Rollout status(JsonNode object) {
            return StatefulSetStatus.of(object);
        }

        @Override
        int wanted(JsonNode object) {
            return object.at("/spec/replicas").asInt(1);
        }

        @Override
        int updated(JsonNode object) {
            return object.at("/status/updatedReplicas").asInt();
        }

        @Override
        int ready(JsonNode object) {
            return object.at("/status/readyReplicas").asInt();
        }
    },
    DAEMON_SET("DaemonSet") {
        @Override
        Rollout status(JsonNode object) {
            return DaemonSetStatus.of(object);
        }

        @Override
        int wanted(JsonNode object) {
            return object.at("/status/desiredNumberScheduled").asInt();
        }

        @Override
        int updated(JsonNode object) {
            return object.at("/status/updatedNumberScheduled").asInt();
        }

        @Override
        int ready(JsonNode object) {
            return object.at("/status/numberReady").asInt();
        }
    };

    private final String kind;

    RevisionedKind(String kind) {
        this.kind = kind;
    }

    String kind() {
        return kind;
    }

    abstract Rollout status(JsonNode object);

    abstract int wanted(JsonNode object);

    abstract int updated(JsonNode object);

    abstract int ready(JsonNode object);
}
