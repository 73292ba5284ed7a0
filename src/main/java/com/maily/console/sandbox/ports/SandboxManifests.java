package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Manifest;
import com.maily.console.core.port.Manifests;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kind;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import com.maily.console.sandbox.cluster.Write;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Objects of the sandbox's cluster by server-side apply. */
public final class SandboxManifests implements Manifests {

    private static final String MANAGER = "maily-console";

    private final Place place;

    public SandboxManifests(Cluster cluster, SandboxClock clock, String namespace) {
        this.place = new Place(cluster, clock, namespace);
    }

    @Override
    public Difference compare(Manifest manifest) {
        Optional<ObjectNode> live = place.find(kind(manifest), manifest.name());
        return Difference.of(manifest, live.isEmpty(), live.map(SandboxManifests::leaves).orElse(Map.of()),
                leaves(send(manifest, new Write(MANAGER, true, false, ""))));
    }

    @Override
    public String apply(Manifest manifest) {
        send(manifest, Write.by(MANAGER));
        return place.kubectl("apply --server-side --field-manager=" + MANAGER + " -f - <<< '"
                + manifest.json().replace("'", "'\\''") + "'");
    }

    private ObjectNode send(Manifest manifest, Write write) {
        Kind kind = kind(manifest);
        return place.call("Applying " + manifest.label(), () -> place.cluster().patch(kind, place.namespace(), manifest.name(),
                PatchKind.APPLY, Read.parse(manifest.json()), write));
    }

    private static Kind kind(Manifest manifest) {
        return Kinds.ALL.stream().filter(kind -> kind.name().equals(manifest.kind())
                && kind.apiVersion().equals(manifest.apiVersion()))
                .findFirst().orElseThrow(() ->
                new FailureException(new Failure.Missing("Applying " + manifest.label() + " failed",
                        "The cluster does not know " + manifest.kind() + " of " + manifest.apiVersion() + ".",
                        "Check the manifest.")));
    }

    private static Map<String, String> leaves(JsonNode object) {
        Map<String, String> leaves = new TreeMap<>();
        object.properties().stream().filter(field -> !field.getKey().equals("status"))
                .forEach(field -> collect(field.getKey(), field.getValue(), leaves));
        leaves.keySet().removeIf(path -> path.startsWith("metadata.") && !path.equals("metadata.name")
                && !path.startsWith("metadata.labels") && !path.startsWith("metadata.annotations"));
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), leaves);
            }
        } else if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(field -> collect(path + "." + field.getKey(), field.getValue(), leaves));
        } else {
            leaves.put(path, node.isContainerNode() ? node.toString() : node.asText());
        }
    }
}
