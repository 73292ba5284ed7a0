package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Manifest;
import com.maily.console.core.port.Manifests;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;

/**
 * Objects of one namespace by server-side apply under one field manager, never by force: what another manager owns is a conflict
 * that names it. What would change is asked of the server with the same request as a dry run, so that defaults, admission and
 * ownership are the server's own word.
 */
public final class KubernetesManifests implements Manifests {

    private final KubernetesConnection connection;

    public KubernetesManifests(KubernetesConnection connection) {
        this.connection = connection;
    }

    @Override
    public Difference compare(Manifest manifest) {
        GenericKubernetesResource live = connection.call("Reading " + manifest.label(), () -> resource(manifest).get());
        Map<String, String> before = live == null ? Map.of() : ObjectLeaves.of(tree(live));
        return Difference.of(manifest, live == null, before, ObjectLeaves.of(tree(send(manifest, true))));
    }

    @Override
    public String apply(Manifest manifest) {
        send(manifest, false);
        return "kubectl -n " + connection.namespace() + " apply --server-side --field-manager=" + Deployments.FIELD_MANAGER
                + " -f - <<< '" + manifest.json().replace("'", "'\\''") + "'";
    }

    private GenericKubernetesResource send(Manifest manifest, boolean dryRun) {
        PatchContext.Builder context = new PatchContext.Builder().withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(Deployments.FIELD_MANAGER).withForce(false);
        PatchContext asked = (dryRun ? context.withDryRun(List.of("All")) : context).build();
        try {
            return connection.call("Applying " + manifest.label(), () -> connection.client()
                    .genericKubernetesResources(manifest.apiVersion(), manifest.kind()).inNamespace(connection.namespace())
                    .resource(Serialization.unmarshal(manifest.json(), GenericKubernetesResource.class)).patch(asked));
        } catch (FailureException refused) {
            throw refused.failure() instanceof Failure.Conflict conflict ? owned(manifest, conflict, refused) : refused;
        }
    }

    private static FailureException owned(Manifest manifest, Failure.Conflict conflict, FailureException cause) {
        return new FailureException(new Failure.Conflict(manifest.label() + " was not applied", conflict.why(),
                "Take those fields out of the manifest, or let their owner give them up."), cause);
    }

    private Resource<GenericKubernetesResource> resource(Manifest manifest) {
        return connection.client().genericKubernetesResources(manifest.apiVersion(), manifest.kind())
                .inNamespace(connection.namespace()).withName(manifest.name());
    }

    private static JsonNode tree(GenericKubernetesResource object) {
        return Serialization.jsonMapper().valueToTree(object);
    }
}
