package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Writes the events people read in {@code kubectl describe}; a repeated one is counted, not written again. */
final class EventRecorder {

    private final World world;
    private long written;

    EventRecorder(World world) {
        this.world = world;
    }

    void normal(String component, Kind kind, ObjectNode about, String reason, String message) {
        record(component, kind, about, "Normal", reason, message);
    }

    void warning(String component, Kind kind, ObjectNode about, String reason, String message) {
        record(component, kind, about, "Warning", reason, message);
    }

    private void record(String component, Kind kind, ObjectNode about, String type, String reason, String message) {
        Optional<ObjectNode> same = world.store().all(Kinds.EVENTS, Meta.namespace(about)).stream()
                .filter(event -> Json.text(event, "involvedObject", "uid").equals(Meta.uid(about))
                        && Json.text(event, "reason").equals(reason) && Json.text(event, "message").equals(message)).findFirst();
        ObjectNode event = same.map(ObjectNode::deepCopy).orElseGet(() -> first(component, kind, about, type, reason, message));
        event.put("lastTimestamp", world.timestamp()).put("count", Json.number(event, "count") + 1);
        world.store().put(Kinds.EVENTS, event);
    }

    private ObjectNode first(String component, Kind kind, ObjectNode about, String type, String reason, String message) {
        ObjectNode event = Json.object().put("kind", "Event").put("apiVersion", "v1");
        long stamp = world.now().toEpochMilli() * 1_000_000 + written++;
        Json.child(event, "metadata").put("name", Meta.name(about) + "." + Long.toHexString(stamp))
                .put("namespace", Meta.namespace(about))
                .put("uid", world.uid()).put("creationTimestamp", world.timestamp());
        Json.child(event, "involvedObject").put("kind", kind.name()).put("namespace", Meta.namespace(about))
                .put("name", Meta.name(about))
                .put("uid", Meta.uid(about)).put("apiVersion", kind.apiVersion())
                .put("resourceVersion", Json.text(about, "metadata", "resourceVersion"));
        event.put("reason", reason).put("message", message);
        Json.child(event, "source").put("component", component);
        return event.put("firstTimestamp", world.timestamp()).put("count", 0).put("type", type)
                .put("reportingComponent", component).put("reportingInstance", "");
    }
}
