package com.maily.console.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import java.util.Map;
import java.util.Optional;

/** Things that happen to pods in the sandbox's cluster when somebody wants to see what follows. */
public final class Accidents {

    private static final int KILLED = 137;

    private final Cluster cluster;
    private final Map<String, String> namespaces;

    /** @param namespaces by environment */
    public Accidents(Cluster cluster, Map<String, String> namespaces) {
        this.cluster = cluster;
        this.namespaces = Map.copyOf(namespaces);
    }

    /** Lets one pod that takes requests run out of memory. @return its name, empty when there is none */
    public Optional<String> crashOne(String environment, String component, Track track) {
        String namespace = namespaces.getOrDefault(environment, "");
        String labels = "maily.dev/component=" + component + ",maily.dev/track=" + track.key();
        Optional<String> victim = namespace.isEmpty() ? Optional.empty()
                : cluster.list(Kinds.PODS, namespace, labels).stream().filter(NamespaceRoutes::ready).map(Accidents::name).findFirst();
        victim.ifPresent(pod -> cluster.crash(namespace, pod, KILLED, "OOMKilled"));
        return victim;
    }

    private static String name(JsonNode pod) {
        return pod.at("/metadata/name").asText();
    }
}
