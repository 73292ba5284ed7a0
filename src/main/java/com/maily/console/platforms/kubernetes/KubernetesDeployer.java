package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes Deployments run images the way kubectl does, so that people with kubectl see and undo the same things. */
public final class KubernetesDeployer implements Deployer {

    static final String CAUSE = "kubernetes.io/change-cause";

    private final KubernetesConnection connection;
    private final Deployments deployments;

    public KubernetesDeployer(KubernetesConnection connection) {
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
        String image = image(component, artifact);
        String name = name(component, track);
        Optional<Deployment> existing = track == Track.CANARY ? deployments.find(name) : Optional.of(deployments.get(name));
        if (existing.isEmpty()) {
            return createCanary(component, artifact, image);
        }
        Container container = MainContainer.of(component, existing.get().getSpec().getTemplate(), new ImageName(image)
                .repository());
        if (!image.equals(container.getImage())) {
            deployments.patch("Setting the image of deployment/" + name, name, PatchType.STRATEGIC_MERGE,
                    SetImage.patch(existing.get(), container, image, annotations(component, artifact, image)));
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
    public String undoCommand(Component component, Revision to) {
        return undone(component.targetName(), to.number());
    }

    private String createCanary(Component component, Artifact artifact, String image) {
        Deployment stable = deployments.get(component.targetName());
        Container container = MainContainer.of(component, stable.getSpec().getTemplate(), new ImageName(image).repository());
        Deployment canary = CanaryDeployment.of(stable, container, image, annotations(component, artifact, image));
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
        return new ImageName(MainContainer.of(component, deployment.getSpec().getTemplate(), "").getImage())
                .artifact(Optional.ofNullable(deployment.getMetadata().getAnnotations()).orElse(Map.of()));
    }

    private static Revision revision(Component component, ReplicaSet set, String current) {
        String uid = set.getMetadata().getUid();
        Map<String, String> annotations = OwnedReplicaSets.annotations(set);
        Artifact artifact = new ImageName(MainContainer.of(component, set.getSpec().getTemplate(), "").getImage())
                .artifact(annotations);
        return new Revision(uid, OwnedReplicaSets.revision(set).orElse(0), artifact,
                Instant.parse(set.getMetadata().getCreationTimestamp()),
                annotations.getOrDefault(CAUSE, ""), uid.equals(current), true);
    }

    private static Map<String, String> annotations(Component component, Artifact artifact, String image) {
        Map<String, String> annotations = new HashMap<>(Map.of(CAUSE, component.name() + " " + artifact.version()
                + " by Maily Console"));
        if (!new ImageName(image).version().equals(artifact.version())) {
            annotations.put(ImageName.VERSION, artifact.version() + " " + image);
        }
        return annotations;
    }

    private static String image(Component component, Artifact artifact) {
        return switch (artifact) {
            case Artifact.Image image -> image.reference();
            case Artifact.Build build -> throw new FailureException(new Failure.Rejected("Deploying " + component.name()
                    + " failed",
                    "Kubernetes runs container images, and " + build.version() + " is a build.",
                            "Give the release an image for it."));
        };
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
