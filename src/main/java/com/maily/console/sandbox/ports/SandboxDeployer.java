package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Caution;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the sandbox's Deployments run images, for drills and rehearsals that need no wire. */
public final class SandboxDeployer implements Deployer {

    private static final String CAUSE = "kubernetes.io/change-cause";

    private final Place place;

    public SandboxDeployer(Cluster cluster, SandboxClock clock, String namespace) {
        this.place = new Place(cluster, clock, namespace);
    }

    @Override
    public Workload observe(Component component, Track track) {
        return place.clock().locked(() -> existing(component, track).map(found -> workload(component, track, found))
                .orElseGet(() -> new Workload(component.name(), track, Optional.empty(), "", 0, 0, 0,
                        new Workload.Rollout.Done("there is no canary"), place.now())));
    }

    @Override
    public String deploy(Component component, Track track, Artifact artifact) {
        String image = image(component, artifact);
        String name = name(component, track);
        place.clock().locked(() -> existing(component, track).ifPresentOrElse(
                found -> setImage(component, found, image, artifact.version()),
                        () -> createCanary(component, image, artifact.version())));
        return place.kubectl("set image deployment/" + name + " " + component.targetName() + "=" + image);
    }

    @Override
    public String scale(Component component, Track track, int units) {
        return place.clock().locked(() -> {
            Optional<ObjectNode> found = existing(component, track);
            if (found.map(Read::replicas).orElse(0) == units) {
                return "";
            }
            String name = name(component, track);
            place.scale(name, units);
            return place.kubectl("scale deployment/" + name + " --replicas=" + units);
        });
    }

    @Override
    public List<Revision> history(Component component) {
        return place.clock().locked(() -> {
            Revisions revisions = Revisions.of(place, place.deployment(component.targetName()));
            String current = revisions.current().map(Read::uid).orElse("");
            return revisions.sets().stream().map(set -> new Revision(Read.uid(set), Revisions.number(set),
                    artifact(component, set),
                    Instant.parse(Read.text(set, "metadata", "creationTimestamp")), Read.annotation(set, CAUSE),
                    Read.uid(set).equals(current), true, Read.yaml(Read.withoutHash(Read.at(set, "spec", "template"))))).toList();
        });
    }

    @Override
    public String undo(Component component, Revision to) {
        String name = component.targetName();
        place.clock().locked(() -> {
            Revisions revisions = Revisions.of(place, place.deployment(name));
            ObjectNode target = revisions.withUid(to.identity()).orElseThrow(() -> new FailureException(new Failure.Missing(
                    "Undoing deployment/" + name + " failed", "The ReplicaSet of revision " + to.number() + " is gone.",
                    "Deploy " + to.artifact().version() + " instead.")));
            if (!revisions.current().filter(target::equals).isPresent()) {
                place.patch(Kinds.DEPLOYMENTS, name, "", PatchKind.JSON, revisions.backTo(target));
            }
        });
        return place.kubectl("rollout undo deployment/" + name + " --to-revision=" + to.number());
    }

    @Override
    public List<Caution> cautions(Component component, Revision to) {
        return Read.at(place.deployment(component.targetName()), "spec", "paused").asBoolean()
                ? List.of(new Caution(true, "The Deployment is paused, and a paused one cannot be rolled back. Resume it first."))
                : List.of();
    }

    private Optional<ObjectNode> existing(Component component, Track track) {
        return switch (track) {
            case STABLE -> Optional.of(place.deployment(ofDeployment(component)));
            case CANARY -> place.find(Kinds.DEPLOYMENTS, name(component, track));
        };
    }

    /** Drills play on Deployments; the other kinds are reached over the wire. */
    private static String ofDeployment(Component component) {
        if (!component.targetKind().equals("deployment")) {
            throw new FailureException(new Failure.Rejected("Reading " + component.target() + " failed",
                    "A drill knows Deployments only.", "Play it against a running sandbox instead."));
        }
        return component.targetName();
    }

    private Workload workload(Component component, Track track, ObjectNode deployment) {
        Optional<ObjectNode> current = Revisions.of(place, deployment).current();
        return new Workload(component.name(), track, Optional.of(artifact(component, deployment)), current.map(Read::uid)
                .orElse(""),
                Read.replicas(deployment), current.map(set -> Read.number(set, "status", "replicas")).orElse(0),
                current.map(Read::ready).orElse(0), RolloutState.of(deployment), place.now());
    }

    private void setImage(Component component, ObjectNode deployment, String image, String version) {
        JsonNode container = Read.container(Read.at(deployment, "spec", "template", "spec"), component.targetName());
        if (Read.text(container, "image").equals(image)) {
            return;
        }
        ObjectNode patch = Read.object();
        patch.putObject("metadata").putObject("annotations").put(CAUSE, cause(component, version));
        patch.putObject("spec").putObject("template").putObject("spec").putArray("containers").addObject()
                .put("name", Read.text(container, "name")).put("image", image);
        place.patch(Kinds.DEPLOYMENTS, Read.name(deployment), "", PatchKind.STRATEGIC, patch);
    }

    private void createCanary(Component component, String image, String version) {
        ObjectNode stable = place.deployment(component.targetName());
        ObjectNode canary = Read.object().put("apiVersion", "apps/v1").put("kind", "Deployment");
        ObjectNode metadata = canary.putObject("metadata").put("name", name(component, Track.CANARY));
        metadata.set("labels", Read.at(stable, "metadata", "labels").deepCopy());
        metadata.putObject("annotations").put(CAUSE, cause(component, version));
        canary.set("spec", stable.path("spec").deepCopy());
        ((ObjectNode) canary.path("spec")).put("replicas", 0);
        for (String[] labels : new String[][] {{"metadata", "labels"}, {"spec", "selector", "matchLabels"},
                {"spec", "template", "metadata", "labels"}}) {
            ((ObjectNode) Read.at(canary, labels)).put("maily.dev/track", "canary");
        }
        ((ObjectNode) Read.container(Read.at(canary, "spec", "template", "spec"), component.targetName())).put("image", image);
        place.create(Kinds.DEPLOYMENTS, canary);
    }

    private static String cause(Component component, String version) {
        return component.name() + " " + version + " by Maily Console";
    }

    private static Artifact artifact(Component component, JsonNode workload) {
        String image = Read.text(Read.container(Read.at(workload, "spec", "template", "spec"), component.targetName()), "image");
        return new Artifact.Image(Read.tag(image), image);
    }

    private static String image(Component component, Artifact artifact) {
        return switch (artifact) {
            case Artifact.Image image -> image.reference();
            case Artifact.Build _ -> throw new FailureException(new Failure.Rejected("Deploying " + component.name() + " failed",
                    "The cluster runs container images only.", "Give the release an image for it."));
        };
    }

    private static String name(Component component, Track track) {
        return track == Track.CANARY ? component.targetName() + "-canary" : component.targetName();
    }
}
