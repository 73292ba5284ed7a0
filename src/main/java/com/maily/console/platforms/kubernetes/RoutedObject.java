package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One kind of object that decides where traffic goes, read and patched as our own field manager. */
record RoutedObject(KubernetesConnection connection, String apiVersion, String kind) {

    JsonNode get(String name) {
        return find(name).orElseThrow(() -> new FailureException(new Failure.Missing("Reading " + label(name) + " failed",
                "There is no " + kind + " " + name + " in namespace " + connection.namespace() + nearby(),
                "Check the component's routing in the workspace file.")));
    }

    /** All of them in the namespace; none where the cluster does not know the kind. */
    List<JsonNode> all() {
        boolean known = connection.call("Asking whether the cluster knows " + apiVersion, () ->
                connection.client().supports(apiVersion, kind));
        return !known ? List.of() : connection.call("Listing each " + kind, () -> connection.client()
                .genericKubernetesResources(apiVersion, kind).inNamespace(connection.namespace()).list().getItems()).stream()
                .map(item -> (JsonNode) Serialization.jsonMapper().valueToTree(item)).toList();
    }

    static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    /** What people may have meant, or why there can be none. */
    private String nearby() {
        try {
            if (!connection.client().supports(apiVersion, kind)) {
                return "; the cluster does not know " + apiVersion + " at all.";
            }
            List<String> names = all().stream().map(RoutedObject::name).toList();
            return names.isEmpty() ? "; it has no " + kind + " at all." : "; there is " + String.join(", ", names) + ".";
        } catch (FailureException | KubernetesClientException unknown) {
            return "; what else is there cannot be told.";
        }
    }

    Optional<JsonNode> find(String name) {
        return Optional.ofNullable(connection.call("Reading " + label(name), () -> resource(name).get()))
                .map(Serialization.jsonMapper()::valueToTree);
    }

    /**
     * @param patch  a JSON Patch that carries the version it was computed from
     * @param weight where in the object the weight stands, to tell who wrote it when somebody did in between
     */
    void patch(String name, String patch, String version, String... weight) {
        try {
            connection.call("Setting the weights of " + label(name), () -> resource(name)
                    .patch(Deployments.by(PatchType.JSON), patch));
        } catch (FailureException refused) {
            throw overtaken(name, version, refused, weight);
        }
    }

    /** To the status subresource, as the tools of the object's controller do. */
    void patchStatus(String name, String merge) {
        connection.call("Changing the status of " + label(name), () -> resource(name).subresource("status")
                .patch(Deployments.by(PatchType.JSON_MERGE), merge));
    }

    void patchSpec(String name, String merge) {
        connection.call("Changing " + label(name), () -> resource(name).patch(Deployments.by(PatchType.JSON_MERGE), merge));
    }

    String command(String name, String patch) {
        return "kubectl -n " + connection.namespace() + " patch " + label(name) + " --type=json -p '" + patch + "'";
    }

    String label(String name) {
        return kind.toLowerCase(Locale.ROOT) + "/" + name;
    }

    static String version(JsonNode object) {
        return object.path("metadata").path("resourceVersion").asText();
    }

    /** A test of ours that fails because somebody else moved things is refused as invalid, and is a conflict all the same. */
    private FailureException overtaken(String name, String version, FailureException refused, String... weight) {
        boolean possible = refused.failure() instanceof Failure.Conflict || refused.failure() instanceof Failure.Rejected;
        Optional<JsonNode> now = possible ? find(name) : Optional.empty();
        boolean moved = refused.failure() instanceof Failure.Conflict
                || now.filter(each -> !version(each).equals(version)).isPresent();
        if (!possible || !moved) {
            return refused;
        }
        String writer = now.map(each -> FieldOwner.of(each, weight)).orElse("");
        return new FailureException(new Failure.Conflict(refused.failure().what(),
                (writer.isEmpty() ? "Somebody else" : writer) + " wrote " + label(name) + " in between.",
                "Look at the weights it has now, then set yours again."), refused);
    }

    private Resource<GenericKubernetesResource> resource(String name) {
        return connection.client().genericKubernetesResources(apiVersion, kind).inNamespace(connection.namespace())
                .withName(name);
    }
}
