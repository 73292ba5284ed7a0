package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns {@code kubectl get} prints. */
final class Tables {

    /** @param wide shown only with {@code -o wide} */
    private record Column(String name, String type, boolean wide, BiFunction<ObjectNode, Instant, Object> cell) { }

    private Tables() { }

    static ObjectNode of(Kind kind, List<ObjectNode> objects, ObjectNode meta, String include, Instant now, boolean headed) {
        List<Column> columns = columns(kind);
        ObjectNode table = Json.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
        table.set("metadata", meta);
        if (headed) {
            ArrayNode definitions = table.putArray("columnDefinitions");
            columns.forEach(column -> definitions.addObject().put("name", column.name()).put("type", column.type())
                    .put("format", column.name().equals("Name") ? "name" : "").put("description", column.name())
                    .put("priority", column.wide() ? 1 : 0));
        } else {
            table.putNull("columnDefinitions");
        }
        ArrayNode rows = table.putArray("rows");
        for (ObjectNode object : objects) {
            ObjectNode row = rows.addObject();
            ArrayNode cells = row.putArray("cells");
            columns.forEach(column -> cells.add(Json.MAPPER.<JsonNode>valueToTree(column.cell().apply(object, now))));
            if (!include.equals("None")) {
                row.set("object", include.equals("Object") ? object : Shape.partial(object));
            }
        }
        return table;
    }

    private static List<Column> columns(Kind kind) {
        return switch (kind.name()) {
            case "Deployment" -> List.of(name(), text("Ready", o -> Json.number(o, "status", "readyReplicas") + "/"
                    + Json.number(o, "spec", "replicas")),
                    count("Up-to-date", "status", "updatedReplicas"), count("Available", "status", "availableReplicas"), age(),
                    wide("Containers", o -> containers(o, "name")), wide("Images", o -> containers(o, "image")),
                    wide("Selector", o -> LabelSelector.format(Json.at(o, "spec", "selector"))));
            case "ReplicaSet" -> List.of(name(), count("Desired", "spec", "replicas"), count("Current", "status", "replicas"),
                    count("Ready", "status", "readyReplicas"), age(), wide("Containers", o -> containers(o, "name")),
                    wide("Images", o -> containers(o, "image")), wide("Selector", o ->
                            LabelSelector.format(Json.at(o, "spec", "selector"))));
            case "StatefulSet" -> List.of(name(), text("Ready", o -> Json.number(o, "status", "readyReplicas") + "/"
                    + Json.number(o, "spec", "replicas")), age(), wide("Containers", o -> containers(o, "name")),
                    wide("Images", o -> containers(o, "image")));
            case "DaemonSet" -> List.of(name(), count("Desired", "status", "desiredNumberScheduled"),
                    count("Current", "status", "currentNumberScheduled"), count("Ready", "status", "numberReady"),
                    count("Up-to-date", "status", "updatedNumberScheduled"), count("Available", "status", "numberAvailable"),
                    text("Node Selector", o -> or("")), age());
            case "ControllerRevision" -> List.of(name(), text("Controller", Tables::controller),
                    count("Revision", "revision"), age());
            case "Pod" -> List.of(name(), text("Ready", Tables::readyContainers), text("Status", Tables::podState),
                    text("Restarts", Tables::restarts), age(), wide("IP", o -> or(Json.text(o, "status", "podIP"))),
                    wide("Node", o -> or(Json.text(o, "spec", "nodeName"))), wide("Nominated Node", o -> "<none>"),
                    wide("Readiness Gates", o -> "<none>"));
            case "Service" -> List.of(name(), text("Type", o -> Json.text(o, "spec", "type")),
                    text("Cluster-IP", o -> or(Json.text(o, "spec", "clusterIP"))), text("External-IP", o -> "<none>"),
                    text("Port(s)", Tables::ports), age(), wide("Selector", o ->
                            LabelSelector.format(Json.at(o, "spec", "selector"))));
            case "Job" -> List.of(name(), text("Status", Tables::jobState), text("Completions",
                    o -> Json.number(o, "status", "succeeded") + "/" + Json.number(o, "spec", "completions")),
                            text("Duration", o -> ""), age());
            case "Event" -> List.of(new Column("Last Seen", "string", false, (o, now) ->
                    since(Json.text(o, "lastTimestamp"), now)),
                    text("Type", o -> Json.text(o, "type")), text("Reason", o -> Json.text(o, "reason")),
                            text("Object", Tables::about),
                    text("Message", o -> Json.text(o, "message")), wide("Count", o -> Json.text(o, "count")),
                            wide("Name", Meta::name));
            case "Namespace" -> List.of(name(), text("Status", o -> Json.text(o, "status", "phase")), age());
            case "Node" -> List.of(name(), text("Status", o -> "Ready"), age());
            case "ConfigMap", "Secret" -> List.of(name(), text("Data", o -> Integer.toString(Json.at(o, "data").size())), age());
            case "Lease" -> List.of(name(), text("Holder", o -> Json.text(o, "spec", "holderIdentity")), age());
            case "HTTPRoute" -> List.of(name(), text("Hostnames", o -> Json.at(o, "spec", "hostnames").isMissingNode() ? ""
                    : Json.at(o, "spec", "hostnames").toString()), age());
            default -> List.of(name(), age());
        };
    }

    private static Column name() {
        return text("Name", Meta::name);
    }

    private static Column age() {
        return new Column("Age", "string", false, (object, now) -> since(Json.text(object, "metadata", "creationTimestamp"),
                now));
    }

    private static Column text(String name, Function<ObjectNode, String> cell) {
        return new Column(name, "string", false, (object, now) -> cell.apply(object));
    }

    private static Column wide(String name, Function<ObjectNode, String> cell) {
        return new Column(name, "string", true, (object, now) -> cell.apply(object));
    }

    private static Column count(String name, String... path) {
        return new Column(name, "integer", false, (object, now) -> Json.number(object, path));
    }

    private static String containers(ObjectNode workload, String field) {
        return Json.items(Json.at(workload, "spec", "template", "spec", "containers")).map(c -> Json.text(c, field))
                .collect(Collectors.joining(","));
    }

    private static String readyContainers(ObjectNode pod) {
        JsonNode statuses = Json.at(pod, "status", "containerStatuses");
        return Json.items(statuses).filter(c -> c.path("ready").asBoolean()).count() + "/" + Json.at(pod, "spec", "containers")
                .size();
    }

    private static String podState(ObjectNode pod) {
        JsonNode state = Json.at(Json.at(pod, "status", "containerStatuses").path(0), "state");
        String reason = Json.text(state, "waiting", "reason") + Json.text(state, "terminated", "reason");
        return Meta.deleting(pod) ? "Terminating" : reason.isEmpty() ? Json.text(pod, "status", "phase") : reason;
    }

    private static String restarts(ObjectNode pod) {
        return Integer.toString(Json.items(Json.at(pod, "status", "containerStatuses"))
                .mapToInt(c -> Json.number(c, "restartCount")).sum());
    }

    private static String ports(ObjectNode service) {
        return Json.items(Json.at(service, "spec", "ports")).map(p -> Json.text(p, "port") + "/" + Json.text(p, "protocol"))
                .collect(Collectors.joining(","));
    }

    private static String jobState(ObjectNode job) {
        return Conditions.find(job, "Complete").isPresent() ? "Complete" : Conditions.find(job, "Failed").isPresent() ? "Failed"
                : "Running";
    }

    private static String about(ObjectNode event) {
        return Json.text(event, "involvedObject", "kind").toLowerCase(Locale.ROOT) + "/"
                + Json.text(event, "involvedObject", "name");
    }

    private static String controller(ObjectNode object) {
        return Meta.owner(object).map(owner -> Json.text(owner, "kind").toLowerCase(Locale.ROOT) + ".apps/"
                + Json.text(owner, "name")).orElse("<none>");
    }

    private static String or(String text) {
        return text.isEmpty() ? "<none>" : text;
    }

    /** Ages as kubectl writes them: two units at most, fewer as they grow. */
    private static String since(String time, Instant now) {
        if (time.isEmpty()) {
            return "<unknown>";
        }
        Duration age = Duration.between(Instant.parse(time), now);
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + "s";
        }
        if (seconds < 600) {
            return seconds / 60 + "m" + (seconds % 60 == 0 ? "" : seconds % 60 + "s");
        }
        if (seconds < 10_800) {
            return seconds / 60 + "m";
        }
        if (seconds < 28_800) {
            return seconds / 3600 + "h" + (seconds / 60 % 60 == 0 ? "" : seconds / 60 % 60 + "m");
        }
        return seconds < 172_800 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
    }
}
