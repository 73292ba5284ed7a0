package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What a metrics server would measure of a pod: a fixed share of what its containers may use, and a part that moves with each
 * window. A pure function of pod and time, so that it needs no memory and asking changes nothing.
 */
final class PodMetrics {

    private static final int WINDOW_SECONDS = 15;
    private static final double NANOCORES = 250e6;
    private static final double KIBIBYTES = 320 * 1024;

    private PodMetrics() { }

    static boolean measured(JsonNode pod) {
        return Json.at(Json.at(pod, "status", "containerStatuses").path(0), "state").has("running") && !Meta.deleting(pod);
    }

    static ObjectNode of(ObjectNode pod, Instant now) {
        long window = now.getEpochSecond() / WINDOW_SECONDS;
        ObjectNode metrics = Json.object();
        ObjectNode meta = Json.child(metrics, "metadata").put("name", Meta.name(pod)).put("namespace", Meta.namespace(pod))
                .put("creationTimestamp", Meta.time(now));
        meta.set("labels", Json.at(pod, "metadata", "labels").deepCopy());
        metrics.put("timestamp", Meta.time(Instant.ofEpochSecond(window * WINDOW_SECONDS))).put("window", WINDOW_SECONDS + "s");
        ArrayNode containers = metrics.putArray("containers");
        Json.items(Json.at(pod, "spec", "containers")).forEach(container -> {
            String who = Meta.uid(pod) + Json.text(container, "name");
            ObjectNode usage = Json.child(containers.addObject().put("name", Json.text(container, "name")), "usage");
            usage.put("cpu", Math.round(NANOCORES * (0.6 + 0.5 * share(who, 0) + 0.3 * share(who, window))) + "n");
            usage.put("memory", Math.round(KIBIBYTES * (0.7 + 0.4 * share(who, 1) + 0.05 * share(who, window))) + "Ki");
        });
        return metrics;
    }

    /** Between 0 and 1, always the same for the same arguments. */
    private static double share(String who, long when) {
        int hash = World.hash(who + when).hashCode() * 0x9E3779B1;
        return (hash >>> 1) / (double) Integer.MAX_VALUE;
    }
}
