package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What the API server fills in: two templates are equal only after this. */
final class Defaults {

    private Defaults() { }

    static void fill(Kind kind, ObjectNode object) {
        ObjectNode spec = object.get("spec") instanceof ObjectNode there ? there : null;
        if (spec == null) {
            return;
        }
        switch (kind.name()) {
            case "Deployment" -> deployment(spec);
            case "ReplicaSet", "Rollout" -> {
                absent(spec, "replicas", 1);
                template(spec, "Always");
            }
            case "StatefulSet" -> statefulSet(spec);
            case "DaemonSet" -> daemonSet(spec);
            case "Job" -> job(object, spec);
            case "Pod" -> pod(spec, "Always");
            case "Service" -> service(spec);
            case "HTTPRoute" -> route(spec);
            default -> { }
        }
    }

    private static void deployment(ObjectNode spec) {
        absent(spec, "replicas", 1);
        if (spec.path("paused").isBoolean() && !spec.path("paused").asBoolean()) {
            spec.remove("paused");
        }
        template(spec, "Always");
        ObjectNode strategy = Json.child(spec, "strategy");
        absent(strategy, "type", "RollingUpdate");
        if (Json.text(strategy, "type").equals("RollingUpdate")) {
            ObjectNode rolling = Json.child(strategy, "rollingUpdate");
            absent(rolling, "maxUnavailable", "25%");
            absent(rolling, "maxSurge", "25%");
        }
        absent(spec, "revisionHistoryLimit", 10);
        absent(spec, "progressDeadlineSeconds", 600);
    }

    private static void statefulSet(ObjectNode spec) {
        absent(spec, "replicas", 1);
        template(spec, "Always");
        absent(spec, "podManagementPolicy", "OrderedReady");
        absent(spec, "revisionHistoryLimit", 10);
        if (rolling(spec)) {
            absent(Json.child(spec, "updateStrategy", "rollingUpdate"), "partition", 0);
        }
    }

    private static void daemonSet(ObjectNode spec) {
        template(spec, "Always");
        absent(spec, "revisionHistoryLimit", 10);
        if (rolling(spec)) {
            absent(Json.child(spec, "updateStrategy", "rollingUpdate"), "maxUnavailable", 1);
            absent(Json.child(spec, "updateStrategy", "rollingUpdate"), "maxSurge", 0);
        }
    }

    private static boolean rolling(ObjectNode spec) {
        absent(Json.child(spec, "updateStrategy"), "type", "RollingUpdate");
        return Json.text(spec, "updateStrategy", "type").equals("RollingUpdate");
    }

    private static void template(ObjectNode spec, String restartPolicy) {
        if (spec.get("template") instanceof ObjectNode template && template.get("spec") instanceof ObjectNode pod) {
            pod(pod, restartPolicy);
        }
    }

    private static void pod(ObjectNode spec, String restartPolicy) {
        spec.path("containers").forEach(container -> container((ObjectNode) container));
        spec.path("initContainers").forEach(container -> container((ObjectNode) container));
        if (!restartPolicy.isEmpty()) {
            absent(spec, "restartPolicy", restartPolicy);
        }
        absent(spec, "terminationGracePeriodSeconds", 30);
        absent(spec, "dnsPolicy", "ClusterFirst");
        Json.child(spec, "securityContext");
        absent(spec, "schedulerName", "default-scheduler");
    }

    private static void container(ObjectNode container) {
        Json.child(container, "resources");
        absent(container, "terminationMessagePath", "/dev/termination-log");
        absent(container, "terminationMessagePolicy", "File");
        String image = Json.text(container, "image");
        String tag = image.substring(image.lastIndexOf('/') + 1);
        absent(container, "imagePullPolicy", tag.contains(":") && !tag.endsWith(":latest") ? "IfNotPresent" : "Always");
        container.path("ports").forEach(port -> absent((ObjectNode) port, "protocol", "TCP"));
        for (String name : new String[] {"readinessProbe", "livenessProbe", "startupProbe"}) {
            if (container.get(name) instanceof ObjectNode probe) {
                Map.of("timeoutSeconds", 1, "periodSeconds", 10, "successThreshold", 1, "failureThreshold", 3)
                        .forEach((field, value) -> absent(probe, field, value));
                if (probe.get("httpGet") instanceof ObjectNode get) {
                    absent(get, "scheme", "HTTP");
                }
            }
        }
    }

    /** A job is selected by its own uid, so that two jobs of one name in turn never share pods. */
    private static void job(ObjectNode job, ObjectNode spec) {
        absent(spec, "parallelism", 1);
        absent(spec, "completions", 1);
        absent(spec, "backoffLimit", 6);
        absent(spec, "completionMode", "NonIndexed");
        absent(spec, "podReplacementPolicy", "TerminatingOrFailed");
        spec.put("suspend", spec.path("suspend").asBoolean(false)).put("manualSelector", false);
        template(spec, "");
        if (!Meta.uid(job).isEmpty() && !spec.has("selector")) {
            String controller = "batch.kubernetes.io/controller-uid";
            Json.child(spec, "selector", "matchLabels").put(controller, Meta.uid(job));
            for (ObjectNode labels : new ObjectNode[] {Json.child(spec, "template", "metadata", "labels"),
                    Json.child(job, "metadata", "labels")}) {
                labels.put(controller, Meta.uid(job)).put("batch.kubernetes.io/job-name", Meta.name(job))
                        .put("controller-uid", Meta.uid(job)).put("job-name", Meta.name(job));
            }
        }
    }

    private static void service(ObjectNode spec) {
        absent(spec, "type", "ClusterIP");
        absent(spec, "sessionAffinity", "None");
        absent(spec, "internalTrafficPolicy", "Cluster");
        for (JsonNode node : spec.path("ports")) {
            ObjectNode port = (ObjectNode) node;
            absent(port, "protocol", "TCP");
            absent(port, "targetPort", Json.number(port, "port"));
        }
    }

    private static void route(ObjectNode spec) {
        spec.path("parentRefs").forEach(parent -> {
            absent((ObjectNode) parent, "group", "gateway.networking.k8s.io");
            absent((ObjectNode) parent, "kind", "Gateway");
        });
        for (JsonNode rule : spec.path("rules")) {
            if (!rule.has("matches")) {
                Json.child(((ObjectNode) rule).putArray("matches").addObject(), "path").put("type", "PathPrefix")
                        .put("value", "/");
            }
            rule.path("backendRefs").forEach(backend -> {
                absent((ObjectNode) backend, "group", "");
                absent((ObjectNode) backend, "kind", "Service");
                absent((ObjectNode) backend, "weight", 1);
            });
        }
    }

    private static void absent(ObjectNode node, String name, Object value) {
        if (!node.has(name)) {
            node.set(name, Json.MAPPER.valueToTree(value));
        }
    }
}
