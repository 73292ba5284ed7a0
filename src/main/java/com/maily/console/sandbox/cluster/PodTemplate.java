package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The template of a workload: making pods from it, and telling whether two are the same. */
final class PodTemplate {

    private static final List<String> DERIVED = List.of("metadata", "labels", Meta.HASH);

    private PodTemplate() { }

    static ObjectNode pod(Kind kind, ObjectNode owner) {
        JsonNode template = Json.at(owner, "spec", "template");
        ObjectNode pod = Json.object();
        ObjectNode meta = Json.child(pod, "metadata").put("generateName", Meta.name(owner) + "-");
        for (String part : new String[] {"labels", "annotations"}) {
            if (Json.at(template, "metadata").has(part)) {
                meta.set(part, Json.at(template, "metadata", part).deepCopy());
            }
        }
        meta.putArray("ownerReferences").add(Meta.reference(kind, owner));
        pod.set("spec", Json.at(template, "spec").deepCopy());
        Json.child(pod, "spec").put("serviceAccountName", "default").put("enableServiceLinks", true);
        return pod;
    }

    /** Whether two workloads have the same template, but for the label that is derived from it. */
    static boolean same(JsonNode one, JsonNode other) {
        return Json.sameBut(DERIVED, Json.at(one, "spec", "template"), Json.at(other, "spec", "template"));
    }

    /** The template as text, without the label that is derived from it. */
    static String identity(JsonNode workload) {
        JsonNode template = Json.at(workload, "spec", "template").deepCopy();
        if (Json.at(template, "metadata", "labels") instanceof ObjectNode labels) {
            labels.remove(Meta.HASH);
        }
        return Json.canonical(template);
    }
}
