package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import com.maily.console.sandbox.cluster.Kinds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a person does to a Rollout besides its traffic: set its image, and promote it to the end. */
record RolloutHands(RoutedWorld world, String name) implements Deployer {

    @Override
    public Workload observe(Component component, Track track) {
        JsonNode rollout = world.read(Kinds.ROLLOUTS, name);
        String hash = rollout.path("status").path(track == Track.CANARY ? "currentPodHash" : "stableRS").asText();
        JsonNode set = world.cluster().list(Kinds.REPLICA_SETS, SandboxWorld.NAMESPACE, "rollouts-pod-template-hash=" + hash).getFirst();
        int wanted = set.at("/spec/replicas").asInt();
        int ready = set.at("/status/readyReplicas").asInt();
        String image = set.at("/spec/template/spec/containers/0/image").asText();
        Workload.Rollout rolled = wanted == ready ? new Workload.Rollout.Done("") : new Workload.Rollout.Waiting("");
        return new Workload(name, track, Optional.of(new Artifact.Image(image.replaceFirst(".*:", ""), image)), hash, wanted, wanted, ready,
                rolled, Instant.EPOCH);
    }

    @Override
    public String deploy(Component component, Track track, Artifact artifact) {
        if (track == Track.STABLE) {
            world.merge(Kinds.ROLLOUTS, name, "status", "{status: {promoteFull: true}}", "kubectl-argo-rollouts");
            return "promote --full";
        }
        world.merge(Kinds.ROLLOUTS, name, "", "{spec: {template: {spec: {containers: [{name: web, image: '"
                + ((Artifact.Image) artifact).reference() + "'}]}}}}", "release-pipeline");
        return "set image";
    }

    @Override
    public String scale(Component component, Track track, int units) {
        return "";
    }

    @Override
    public List<Revision> history(Component component) {
        return List.of();
    }

    @Override
    public String undo(Component component, Revision to) {
        throw new UnsupportedOperationException("Rollouts are undone by their own test");
    }
}
