package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes the Deployments of one namespace, always as our own field manager. */
record Deployments(KubernetesConnection connection) {

    static final String FIELD_MANAGER = "maily-console";

    Optional<Deployment> find(String name) {
        return Optional.ofNullable(connection.call("Reading deployment/" + name, () -> resource(name).get()));
    }

    Deployment get(String name) {
        return find(name).orElseThrow(() -> new FailureException(new Failure.Missing("Reading deployment/" + name + " failed",
                "There is no Deployment " + name + " in namespace " + connection.namespace() + ".",
                "Check the component's target and the environment's namespace in the workspace file.")));
    }

    OwnedReplicaSets replicaSets(Deployment deployment) {
        String name = deployment.getMetadata().getName();
        List<ReplicaSet> listed = connection.call("Listing the ReplicaSets of deployment/" + name, () -> connection.client()
                .apps().replicaSets()
                .inNamespace(connection.namespace()).withLabelSelector(deployment.getSpec().getSelector()).list().getItems());
        return OwnedReplicaSets.of(deployment, listed);
    }

    void create(Deployment deployment) {
        connection.call("Creating deployment/" + deployment.getMetadata().getName(), () -> connection.client().apps()
                .deployments()
                .inNamespace(connection.namespace()).resource(deployment).create());
    }

    void patch(String action, String name, PatchType type, String json) {
        connection.call(action, () -> resource(name).patch(by(type), json));
    }

    void annotate(String name, Map<String, Object> annotations) {
        patch("Annotating deployment/" + name, name, PatchType.JSON_MERGE,
                Serialization.asJson(Map.of("metadata", Map.of("annotations", annotations))));
    }

    /** Through the scale subresource, as kubectl does. */
    void scale(String name, int replicas) {
        connection.call("Scaling deployment/" + name, () -> {
            Resource<GenericKubernetesResource> scaled = connection.client().genericKubernetesResources("apps/v1", "Deployment")
                    .inNamespace(connection.namespace()).withName(name);
            return scaled.subresource("scale").patch(by(PatchType.JSON_MERGE), "{\"spec\":{\"replicas\":" + replicas + "}}");
        });
    }

    static int replicas(Deployment deployment) {
        return Optional.ofNullable(deployment.getSpec().getReplicas()).orElse(1);
    }

    static PatchContext by(PatchType type) {
        return new PatchContext.Builder().withPatchType(type).withFieldManager(FIELD_MANAGER).build();
    }

    private Resource<Deployment> resource(String name) {
        return connection.client().apps().deployments().inNamespace(connection.namespace()).withName(name);
    }
}
