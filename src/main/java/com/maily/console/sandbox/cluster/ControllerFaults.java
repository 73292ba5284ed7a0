package com.maily.console.sandbox.cluster;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Controllers that do not do what they are told, as real ones were seen to. Thread-safe. */
public final class ControllerFaults {

    private final Set<String> deafRoutes = ConcurrentHashMap.newKeySet();
    private volatile boolean promotesPastAborts;
    private volatile int leftAfterAborts;

    /** The gateway goes on with what it has: writes to the HTTPRoute of that name are taken by the API and by nobody else. */
    public void ignoreRoute(String name, boolean ignored) {
        if (ignored) {
            deafRoutes.add(name);
        } else {
            deafRoutes.remove(name);
        }
    }

    boolean ignoresRoute(String name) {
        return deafRoutes.contains(name);
    }

    /** Argo Rollouts goes on sending this to the canary after an abort (argo-rollouts#4841); 0 for none. */
    public void leaveAfterAborts(int percent) {
        leftAfterAborts = percent;
    }

    int leftAfterAborts() {
        return leftAfterAborts;
    }

    /** Argo Rollouts finishes a full promotion though an abort was asked (argo-rollouts#4461). */
    public void promotePastAborts(boolean past) {
        promotesPastAborts = past;
    }

    boolean promotesPastAborts() {
        return promotesPastAborts;
    }
}
