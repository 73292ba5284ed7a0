package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One kind of workload in the namespace, read as JSON and written as our own field manager. */
record WorkloadObjects(KubernetesConnection connection, String apiVersion, String kind) {

    Optional<JsonNode> find(String name) {
        return Optional.ofNullable(connection.call("Reading " + label(name), () -> resource(name).get()))
                .map(Serialization.jsonMapper()::valueToTree);
    }

    JsonNode get(String name) {
        return find(name).orElseThrow(() -> new FailureException(new Failure.Missing("Reading " + label(name) + " failed",
                "There is no " + kind + " " + name + " in namespace " + connection.namespace()
                        + ", or the cluster does not know " + apiVersion + ".",
                "Check the component's target and the environment's namespace in the workspace file.")));
    }

    /** Those of another kind that {@code owner} controls: its selector may find others'. */
    List<JsonNode> owned(String apiVersionOfThem, String kindOfThem, JsonNode owner, JsonNode selector) {
        LabelSelector labels = Serialization.jsonMapper().convertValue(selector, LabelSelector.class);
        List<GenericKubernetesResource> listed = connection.call("Listing the history of "
                + label(owner.at("/metadata/name").asText()),
                () -> connection.client().genericKubernetesResources(apiVersionOfThem, kindOfThem)
                        .inNamespace(connection.namespace()).withLabelSelector(labels).list().getItems());
        String uid = owner.at("/metadata/uid").asText();
        return listed.stream().<JsonNode>map(Serialization.jsonMapper()::valueToTree).filter(each -> StreamSupport
                .stream(each.at("/metadata/ownerReferences").spliterator(), false)
                .anyMatch(reference -> reference.path("controller").asBoolean() && reference.path("uid").asText().equals(uid)))
                .toList();
    }

    void patch(String action, String name, PatchType type, String json) {
        connection.call(action + " " + label(name), () -> resource(name).patch(Deployments.by(type), json));
    }

    void patchStatus(String action, String name, String merge) {
        connection.call(action + " " + label(name), () -> resource(name).subresource("status")
                .patch(Deployments.by(PatchType.JSON_MERGE), merge));
    }

    /** Through the scale subresource, as kubectl does. */
    void scale(String name, int replicas) {
        connection.call("Scaling " + label(name), () -> resource(name).subresource("scale")
                .patch(Deployments.by(PatchType.JSON_MERGE), "{\"spec\":{\"replicas\":" + replicas + "}}"));
    }

    String label(String name) {
        return kind.toLowerCase(Locale.ROOT) + "/" + name;
    }

    private Resource<GenericKubernetesResource> resource(String name) {
        return connection.client().genericKubernetesResources(apiVersion, kind).inNamespace(connection.namespace())
                .withName(name);
    }
}
