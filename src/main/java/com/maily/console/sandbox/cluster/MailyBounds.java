package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What bounds, scales and keeps Maily in its namespace. */
final class MailyBounds {

    private MailyBounds() { }

    /** Only the number of pods: a bound on CPU would refuse the jobs, whose pods ask for none. */
    static ObjectNode quota(boolean production) {
        ObjectNode quota = Cluster.named("maily").put("apiVersion", "v1").put("kind", "ResourceQuota");
        Json.child(quota, "spec", "hard").put("pods", production ? "80" : "40");
        return quota;
    }

    static ObjectNode autoscaler(String deployment, int replicas) {
        ObjectNode scaler = Cluster.named(deployment);
        ObjectNode spec = Json.child(scaler, "spec").put("minReplicas", replicas).put("maxReplicas", replicas * 2);
        Json.child(spec, "scaleTargetRef").put("apiVersion", "apps/v1").put("kind", "Deployment").put("name", deployment);
        ObjectNode metric = spec.putArray("metrics").addObject().put("type", "Resource");
        Json.child(metric, "resource").put("name", "cpu");
        Json.child(metric, "resource", "target").put("type", "Utilization").put("averageUtilization", 70);
        return scaler;
    }

    static ObjectNode claim(String name) {
        ObjectNode claim = Cluster.named(name);
        ObjectNode spec = Json.child(claim, "spec").put("storageClassName", "gp3");
        spec.putArray("accessModes").add("ReadWriteOnce");
        Json.child(spec, "resources", "requests").put("storage", "8Gi");
        return claim;
    }
}
