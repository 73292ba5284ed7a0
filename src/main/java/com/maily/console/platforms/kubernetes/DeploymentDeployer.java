package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Caution;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes Deployments run images the way kubectl does, so that people with kubectl see and undo the same things. */
final class DeploymentDeployer implements Deployer {

    private final KubernetesConnection connection;
    private final Deployments deployments;

    DeploymentDeployer(KubernetesConnection connection) {
        this.connection = connection;
        this.deployments = new Deployments(connection);
    }

    @Override
    public Workload observe(Component component, Track track) {
        String name = name(component, track);
        return switch (track) {
            case STABLE -> workload(component, track, deployments.get(name));
            case CANARY -> deployments.find(name).map(found -> workload(component, track, found))
                    .orElseGet(() -> absent(component));
        };
    }

    @Override
    public String deploy(Component component, Track track, Artifact artifact) {
        String image = ReleasedImage.reference(component, artifact);
        String name = name(component, track);
        Optional<Deployment> existing = track == Track.CANARY ? deployments.find(name) : Optional.of(deployments.get(name));
        if (existing.isEmpty()) {
            return createCanary(component, artifact, image);
        }
        Container container = MainContainer.of(component, existing.get().getSpec().getTemplate(), new ImageName(image)
                .repository());
        if (!image.equals(container.getImage())) {
            deployments.patch("Setting the image of deployment/" + name, name, PatchType.STRATEGIC_MERGE,
                    SetImage.patch(existing.get().getSpec().getTemplate(), container, image,
                            ReleasedImage.notes(component, artifact, image)));
        }
        return kubectl("set image deployment/" + name + " " + container.getName() + "=" + image);
    }

    @Override
    public String scale(Component component, Track track, int units) {
        String name = name(component, track);
        Optional<Deployment> existing = track == Track.CANARY && units == 0 ? deployments.find(name)
                : Optional.of(deployments.get(name));
        if (existing.filter(found -> Deployments.replicas(found) != units).isEmpty()) {
            return "";
        }
        deployments.scale(name, units);
        return kubectl("scale deployment/" + name + " --replicas=" + units);
    }

    @Override
    public List<Revision> history(Component component) {
        Deployment deployment = deployments.get(component.targetName());
        OwnedReplicaSets sets = deployments.replicaSets(deployment);
        String current = sets.current().map(set -> set.getMetadata().getUid()).orElse("");
        return sets.byRevision().stream().map(set -> revision(component, set, current)).toList();
    }

    @Override
    public String undo(Component component, Revision to) {
        String name = component.targetName();
        OwnedReplicaSets sets = deployments.replicaSets(deployments.get(name));
        ReplicaSet target = sets.withUid(to.identity()).orElseThrow(() -> new FailureException(new Failure.Missing(
                "Undoing deployment/" + name + " failed", "The ReplicaSet of revision " + to.number() + " is gone.",
                "Deploy " + to.artifact().version() + " instead.")));
        return switch (UndoPlan.to(sets, target)) {
            case UndoPlan.Skipped skipped -> undone(name, skipped.revision());
            case UndoPlan.Patch patch -> {
                deployments.patch("Undoing deployment/" + name, name, PatchType.JSON, patch.json());
                yield undone(name, patch.revision());
            }
        };
    }

    @Override
    public List<Caution> cautions(Component component, Revision to) {
        return UndoCautions.deployment(Serialization.jsonMapper().valueToTree(deployments.get(component.targetName())));
    }

    @Override
    public String undoCommand(Component component, Revision to) {
        return undone(component.targetName(), to.number());
    }

    private String createCanary(Component component, Artifact artifact, String image) {
        Deployment stable = deployments.get(component.targetName());
        Container container = MainContainer.of(component, stable.getSpec().getTemplate(), new ImageName(image).repository());
        Deployment canary = CanaryDeployment.of(stable, container, image, ReleasedImage.notes(component, artifact, image));
        deployments.create(canary);
        return kubectl("create deployment " + canary.getMetadata().getName() + " --image=" + image + " --replicas=0")
                + "  # with the pod template of deployment/" + component.targetName();
    }

    private Workload workload(Component component, Track track, Deployment deployment) {
        Optional<ReplicaSet> current = deployments.replicaSets(deployment).current();
        return new Workload(component.name(), track, Optional.of(artifact(component, deployment)),
                current.map(set -> set.getMetadata().getUid()).orElse(""), Deployments.replicas(deployment),
                current.map(set -> set.getStatus().getReplicas()).orElse(0),
                current.map(set -> set.getStatus().getReadyReplicas()).orElse(0), RolloutStatus.of(deployment), connection.now());
    }

    private Workload absent(Component component) {
        return new Workload(component.name(), Track.CANARY, Optional.empty(), "", 0, 0, 0,
                new Workload.Rollout.Done("there is no deployment \"" + name(component, Track.CANARY) + "\""), connection.now());
    }

    private static Artifact artifact(Component component, Deployment deployment) {
        return ReleasedImage.of(component, deployment.getSpec().getTemplate(),
                ReleasedImage.annotations(deployment.getMetadata()));
    }

    private static Revision revision(Component component, ReplicaSet set, String current) {
        String uid = set.getMetadata().getUid();
        Map<String, String> annotations = ReleasedImage.annotations(set.getMetadata());
        return new Revision(uid, OwnedReplicaSets.revision(set).orElse(0),
                ReleasedImage.of(component, set.getSpec().getTemplate(), annotations),
                Instant.parse(set.getMetadata().getCreationTimestamp()), annotations.getOrDefault(ReleasedImage.CAUSE, ""),
                uid.equals(current), true, TemplateText.of(set.getSpec().getTemplate()));
    }

    private static String name(Component component, Track track) {
        return switch (track) {
            case STABLE -> component.targetName();
            case CANARY -> CanaryDeployment.name(component.targetName());
        };
    }

    private String undone(String name, long revision) {
        return kubectl("rollout undo deployment/" + name + " --to-revision=" + revision);
    }

    private String kubectl(String command) {
        return "kubectl -n " + connection.namespace() + " " + command;
    }
}
