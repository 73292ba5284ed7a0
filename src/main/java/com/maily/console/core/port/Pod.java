package com.maily.console.core.port;

import java.time.Instant;
import java.util.List;

/**
 * One running unit of a component, for display.
 *
 * @param revision   the pod template hash or its like
 * @param phase      the platform's own word: {@code Running}, {@code Pending}, {@code CrashLoopBackOff}
 * @param zone       where it runs; empty when unknown
 * @param node       the machine it runs on; empty while it has none
 * @param containers by name, the component itself first
 * @param requests   what its containers ask for together
 * @param limits     what its containers may use together
 */
public record Pod(String name, String namespace, String component, Track track, String version, String revision, String phase,
                  boolean ready, int restarts, String zone, Instant createdAt, String node, List<String> containers,
                  Compute requests, Compute limits) {

    public Pod {
        containers = List.copyOf(containers);
    }

    /** What tells it from every other pod of its environment: the same name may stand in two namespaces. */
    public String key() {
        return key(namespace, name);
    }

    /** The same under another name, of another component's name: where several regions are told as one. */
    Pod called(String itsName, String itsComponent) {
        return new Pod(itsName, namespace, itsComponent, track, version, revision, phase, ready, restarts, zone, createdAt,
                node, containers,
                requests, limits);
    }

    public static String key(String namespace, String name) {
        return namespace + "/" + name;
    }
}
