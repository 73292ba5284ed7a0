package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** {@code metrics.k8s.io} as a metrics server answers it: pods only, to be read and not watched. */
final class MetricsApi {

    static final String VERSION = "metrics.k8s.io/v1beta1";
    private static final String ROOT = "/apis/" + VERSION;

    private MetricsApi() { }

    /** Empty when the request is for something else. @throws ApiError for a pod that is not measured */
    static Optional<Answer> answer(Call call, Cluster cluster) {
        if (!call.path().startsWith(ROOT + "/")) {
            return Optional.empty();
        }
        if (!call.method().equals("GET")) {
            throw new ApiError(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
        }
        List<String> path = call.segments().subList(3, call.segments().size());
        boolean namespaced = path.size() > 2 && path.getFirst().equals("namespaces");
        List<String> rest = namespaced ? path.subList(2, path.size()) : path;
        if (!rest.getFirst().equals("pods")) {
            throw ApiError.noSuchResource();
        }
        String namespace = namespaced ? path.get(1) : "";
        return Optional.of(Answer.json(200, rest.size() > 1 ? one(cluster, namespace, rest.get(1)) : many(call, cluster,
                namespace)));
    }

    private static ObjectNode one(Cluster cluster, String namespace, String name) {
        return typed(cluster.podMetrics(namespace).stream().filter(metrics -> Meta.name(metrics).equals(name)).findFirst()
                .orElseThrow(() -> new ApiError(404, "NotFound", "podmetrics.metrics.k8s.io \"" + namespace + "/" + name
                + "\" not found")));
    }

    private static ObjectNode many(Call call, Cluster cluster, String namespace) {
        LabelSelector selector = LabelSelector.parse(call.parameter("labelSelector"));
        ObjectNode list = Json.object().put("kind", "PodMetricsList").put("apiVersion", VERSION);
        Json.child(list, "metadata");
        ArrayNode items = list.putArray("items");
        cluster.podMetrics(namespace).stream().filter(metrics -> selector.test(Meta.labels(metrics))).forEach(items::add);
        return list;
    }

    private static ObjectNode typed(ObjectNode metrics) {
        return metrics.put("kind", "PodMetrics").put("apiVersion", VERSION);
    }
}
