package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Refuses pods beyond a namespace's quota on their number, as admission does: 403, not 409 or 429. */
final class Quota {

    private Quota() { }

    static void admit(ObjectStore store, Kind kind, ObjectNode object) {
        if (!kind.equals(Kinds.PODS)) {
            return;
        }
        String namespace = Meta.namespace(object);
        int used = store.all(Kinds.PODS, namespace).size();
        for (ObjectNode quota : store.all(Kinds.RESOURCE_QUOTAS, namespace)) {
            String limit = Json.text(quota, "spec", "hard", "pods");
            if (!limit.isEmpty() && used >= Integer.parseInt(limit)) {
                throw new ApiError(403, "Forbidden", "pods \"" + Meta.name(object) + "\" is forbidden: exceeded quota: "
                        + Meta.name(quota)
                        + ", requested: pods=1, used: pods=" + used + ", limited: pods=" + limit,
                        Json.object().put("name", Meta.name(object)).put("kind", "pods"));
            }
        }
    }
}
