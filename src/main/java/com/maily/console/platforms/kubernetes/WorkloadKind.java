package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;

/** The kinds of objects a component's target can name. */
enum WorkloadKind {
    DEPLOYMENT("apps/v1", "Deployment"),
    STATEFULSET("apps/v1", "StatefulSet"),
    DAEMONSET("apps/v1", "DaemonSet"),
    ROLLOUT("argoproj.io/v1alpha1", "Rollout");

    private final String apiVersion;
    private final String kind;

    WorkloadKind(String apiVersion, String kind) {
        this.apiVersion = apiVersion;
        this.kind = kind;
    }

    static WorkloadKind of(Component component) {
        String word = component.target().contains("/") ? component.target().substring(0, component.target().indexOf('/'))
                : "deployment";
        for (WorkloadKind kind : values()) {
            if (kind.kind.equalsIgnoreCase(word)) {
                return kind;
            }
        }
        throw new FailureException(new Failure.Rejected("Reading " + component.target() + " failed", "'" + word
                + "' is no kind of workload.",
                "Name a deployment, statefulset, daemonset or rollout as the component's target."));
    }

    String apiVersion() {
        return apiVersion;
    }

    String kind() {
        return kind;
    }
}
