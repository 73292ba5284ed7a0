package com.maily.console.sandbox.argocd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.cluster.Cluster;

/** Applications and what belongs to them as Argo CD writes them. */
final class ArgoJson {

    private ArgoJson() { }

    static ObjectNode source(String application) {
        return JsonNodeFactory.instance.objectNode().put("repoURL", "https://git.maily.example/deploy.git")
                .put("path", "apps/" + application).put("targetRevision", "main");
    }

    static ObjectNode application(ArgoView view) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = json.putObject("metadata").put("name", view.name()).put("namespace", "argocd")
                .put("resourceVersion", Long.toString(view.version()));
        if (!view.annotations().isEmpty()) {
            metadata.set("annotations", view.annotations().deepCopy());
        }
        ObjectNode spec = json.putObject("spec");
        spec.set("source", source(view.name()));
        spec.putObject("destination").put("server", "https://kubernetes.default.svc").put("namespace",
                view.workload().namespace());
        spec.put("project", ArgoApplication.PROJECT);
        ObjectNode policy = spec.putObject("syncPolicy");
        if (view.automated() != null) {
            policy.set("automated", view.automated().deepCopy());
        }
        json.set("status", status(view));
        if (view.operation() != null) {
            json.set("operation", view.operation().deepCopy());
        }
        return json;
    }

    private static ObjectNode status(ArgoView view) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        ObjectNode resource = status.putArray("resources").addObject().put("group", "apps").put("version", "v1")
                .put("kind", "Deployment").put("namespace", view.workload().namespace()).put("name", view.workload().name())
                .put("status", view.sync());
        resource.putObject("health").put("status", view.health());
        status.putObject("sync").put("status", view.sync()).put("revision", view.compared());
        status.putObject("health").put("status", view.health());
        status.set("history", view.history().deepCopy());
        status.put("reconciledAt", view.reconciledAt().toString());
        if (view.operationState() != null) {
            status.set("operationState", view.operationState().deepCopy());
        }
        return status.put("sourceType", "Directory");
    }

    static ObjectNode result(Workload workload, Commit commit, ObjectNode source) {
        boolean fine = commit.trouble().isEmpty();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ObjectNode resource = result.putArray("resources").addObject().put("group", "apps").put("version", "v1")
                .put("kind", "Deployment").put("namespace", workload.namespace()).put("name", workload.name())
                .put("status", fine ? "Synced" : "SyncFailed").put("syncPhase", "Sync");
        resource.put("message", fine ? "deployment.apps/" + workload.name() + " configured" : commit.trouble());
        resource.putArray("images").add(commit.image());
        return result.put("revision", commit.revision()).set("source", source);
    }

    static ObjectNode managed(ArgoApplication application) {
        Workload workload = application.workload();
        ObjectNode live = workload.live();
        ObjectNode predicted = live.deepCopy();
        predicted.withObject("/spec/template/spec").set("containers", withImage(live, workload, application.head().image()));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("items").addObject().put("group", "apps").put("kind", "Deployment").put("namespace", workload.namespace())
                .put("name", workload.name()).put("targetState", workload.wanted(application.head().image()).toString())
                .put("liveState", live.toString()).put("normalizedLiveState", live.toString())
                .put("predictedLiveState", predicted.toString());
        return answer;
    }

    private static ArrayNode withImage(ObjectNode live, Workload workload, String image) {
        ArrayNode containers = (ArrayNode) live.at("/spec/template/spec/containers").deepCopy();
        containers.forEach(container -> {
            if (container.path("name").asText().equals(workload.name())) {
                ((ObjectNode) container).put("image", image);
            }
        });
        return containers;
    }

    static ObjectNode manifests(ArgoApplication application, String revision) {
        Commit commit = revision.isEmpty() ? application.head() : application.commit(revision);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("manifests").add(application.workload().wanted(commit.image()).toString());
        return answer.put("revision", commit.revision()).put("sourceType", "Directory");
    }

    /** The Deployment and what the cluster made of it. */
    static ObjectNode tree(ArgoApplication application, Cluster cluster) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode nodes = answer.putArray("nodes");
        ObjectNode deployment = application.workload().live();
        nodes.add(ArgoTree.node(deployment, "apps", "Deployment"));
        ArgoTree.below(deployment, application.workload(), cluster).forEach(nodes::add);
        return answer;
    }
}
