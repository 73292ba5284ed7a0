package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The scale subresource: a workload seen as nothing but a number. */
final class Scale {

    private Scale() { }

    static ObjectNode of(Kind kind, ObjectNode workload) {
        if (!kind.hasScale()) {
            throw ApiError.missing(kind, Meta.name(workload));
        }
        ObjectNode scale = Json.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode meta = Json.child(scale, "metadata");
        for (String field : new String[] {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
            meta.set(field, Meta.of(workload).get(field));
        }
        Json.child(scale, "spec").put("replicas", Json.number(workload, "spec", "replicas"));
        Json.child(scale, "status").put("replicas", Json.number(workload, "status", "replicas"))
                .put("selector", LabelSelector.format(Json.at(workload, "spec", "selector")));
        return scale;
    }
}
