package com.maily.console.sandbox.world;

import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kind;
import com.maily.console.sandbox.cluster.Kinds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where requests go in the sandbox's Kubernetes cluster: by the weights of whatever routes a component's Services, or spread
 * evenly over all
 * ready pods of its Service where it has none. Read anew only after something changed.
 */
public final class ClusterRoutes implements Routes {

    private static final List<Kind> WATCHED = List.of(Kinds.PODS, Kinds.SERVICES, Kinds.DEPLOYMENTS, Kinds.ROLLOUTS,
            Kinds.HTTP_ROUTES, Kinds.VIRTUAL_SERVICES, Kinds.DESTINATION_RULES, Kinds.TRAEFIK_SERVICES, Kinds.INGRESSES);

    private final Cluster cluster;
    private final Map<String, String> namespaces;
    private final Map<String, NamespaceRoutes> known = new HashMap<>();

    /** @param namespaces by environment */
    public ClusterRoutes(Cluster cluster, Map<String, String> namespaces) {
        this.cluster = cluster;
        this.namespaces = Map.copyOf(namespaces);
        WATCHED.forEach(kind -> cluster.watch(kind, "", _ -> known.clear()));
    }

    @Override
    public List<Backend> backends(String environment, String component) {
        String namespace = namespaces.getOrDefault(environment, "");
        return namespace.isEmpty() ? List.of()
                : known.computeIfAbsent(namespace, name -> NamespaceRoutes.read(cluster, name)).backends(component);
    }
}
