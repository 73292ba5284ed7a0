package com.maily.console.sandbox.cluster;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The table of kinds the sandbox's cluster knows. */
public final class Kinds {

    public static final Kind NAMESPACES = row("", "v1", "namespaces", "Namespace", false, false, "status", "ns");
    public static final Kind NODES = row("", "v1", "nodes", "Node", false, false, "status", "no");
    public static final Kind PODS = row("", "v1", "pods", "Pod", true, true, "status log eviction", "po");
    public static final Kind SERVICES = row("", "v1", "services", "Service", true, false, "status", "svc");
    public static final Kind CONFIG_MAPS = row("", "v1", "configmaps", "ConfigMap", true, false, "", "cm");
    public static final Kind SECRETS = row("", "v1", "secrets", "Secret", true, false, "", "");
    public static final Kind EVENTS = row("", "v1", "events", "Event", true, false, "", "ev");
    public static final Kind RESOURCE_QUOTAS = row("", "v1", "resourcequotas", "ResourceQuota", true, false, "status", "quota");
    public static final Kind VOLUME_CLAIMS =
            row("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", true, false, "status", "pvc");
    public static final Kind DEPLOYMENTS = row("apps", "v1", "deployments", "Deployment", true, true, "status scale", "deploy");
    public static final Kind REPLICA_SETS = row("apps", "v1", "replicasets", "ReplicaSet", true, true, "status scale", "rs");
    public static final Kind STATEFUL_SETS = row("apps", "v1", "statefulsets", "StatefulSet", true, true, "status scale", "sts");
    public static final Kind DAEMON_SETS = row("apps", "v1", "daemonsets", "DaemonSet", true, true, "status", "ds");
    public static final Kind CONTROLLER_REVISIONS =
            row("apps", "v1", "controllerrevisions", "ControllerRevision", true, false, "", "");
    public static final Kind JOBS = row("batch", "v1", "jobs", "Job", true, true, "status", "");
    public static final Kind LEASES = row("coordination.k8s.io", "v1", "leases", "Lease", true, false, "", "");
    public static final Kind NETWORK_POLICIES =
            row("networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy", true, true, "", "netpol");
    public static final Kind AUTOSCALERS =
            row("autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", true, false, "status", "hpa");
    public static final Kind HTTP_ROUTES = custom("gateway.networking.k8s.io", "v1", "httproutes", "HTTPRoute");
    public static final Kind INGRESSES = row("networking.k8s.io", "v1", "ingresses", "Ingress", true, true, "status", "ing");
    public static final Kind VIRTUAL_SERVICES = custom("networking.istio.io", "v1", "virtualservices", "VirtualService");
    public static final Kind DESTINATION_RULES = custom("networking.istio.io", "v1", "destinationrules", "DestinationRule");
    public static final Kind TRAEFIK_SERVICES = custom("traefik.io", "v1alpha1", "traefikservices", "TraefikService");
    public static final Kind ROLLOUTS = custom("argoproj.io", "v1alpha1", "rollouts", "Rollout");
    public static final Kind FLAGGER_CANARIES = custom("flagger.app", "v1beta1", "canaries", "Canary");
    public static final Kind TRAFFIC_SPLITS = custom("split.smi-spec.io", "v1alpha4", "trafficsplits", "TrafficSplit");

    public static final List<Kind> ALL = List.of(NAMESPACES, NODES, PODS, SERVICES, CONFIG_MAPS, SECRETS, EVENTS, RESOURCE_QUOTAS,
            VOLUME_CLAIMS, DEPLOYMENTS, REPLICA_SETS, STATEFUL_SETS, DAEMON_SETS, CONTROLLER_REVISIONS, JOBS, LEASES,
            NETWORK_POLICIES,
            AUTOSCALERS, HTTP_ROUTES,
            INGRESSES, VIRTUAL_SERVICES, DESTINATION_RULES, TRAEFIK_SERVICES, ROLLOUTS, FLAGGER_CANARIES, TRAFFIC_SPLITS);

    private Kinds() { }

    /** The kind of a request path; the group is empty for the core group. */
    public static Optional<Kind> of(String group, String version, String plural) {
        return ALL.stream().filter(k -> k.group().equals(group) && k.version().equals(version) && k.plural().equals(plural))
                .findFirst();
    }

    public static boolean hasGroup(String group, String version) {
        return ALL.stream().anyMatch(k -> k.group().equals(group) && k.version().equals(version));
    }

    private static Kind row(String group, String version, String plural, String name, boolean namespaced, boolean counted,
                            String subresources, String shortName) {
        return new Kind(group, version, plural, name.toLowerCase(Locale.ROOT), name, namespaced, counted,
                words(subresources), List.copyOf(words(shortName)), false);
    }

    private static Kind custom(String group, String version, String plural, String name) {
        return new Kind(group, version, plural, name.toLowerCase(Locale.ROOT), name, true, true, words("status"),
                List.of(), true);
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }
}
