package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes StatefulSets and DaemonSets run images the way kubectl does. They have no canary: their pods are replaced one by one. */
final class RevisionedDeployer implements Deployer {

    private final KubernetesConnection connection;
    private final RevisionedKind kind;
    private final WorkloadObjects objects;

    RevisionedDeployer(KubernetesConnection connection, RevisionedKind kind) {
        this.connection = connection;
        this.kind = kind;
        this.objects = new WorkloadObjects(connection, "apps/v1", kind.kind());
    }

    @Override
    public Workload observe(Component component, Track track) {
        if (track == Track.CANARY) {
            return new Workload(component.name(), track, Optional.empty(), "", 0, 0, 0,
                    new Workload.Rollout.Done("a " + kind.kind() + " has no canary"), connection.now());
        }
        JsonNode object = objects.get(component.targetName());
        int updated = kind.updated(object);
        String identity = revisions(object).current().map(ControllerRevisions::uid).orElse("");
        return new Workload(component.name(), track,
                Optional.of(ReleasedImage.of(component, object.at("/spec/template"), object)),
                identity, kind.wanted(object), updated, Math.min(updated, kind.ready(object)), kind.status(object),
                connection.now());
    }

    @Override
    public String deploy(Component component, Track track, Artifact artifact) {
        if (track == Track.CANARY) {
            throw new FailureException(new Failure.Rejected("Deploying a canary of " + component.name() + " failed",
                    "A " + kind.kind() + " has no canary beside it.", "Deploy it without a canary."));
        }
        String name = component.targetName();
        String image = ReleasedImage.reference(component, artifact);
        JsonNode object = objects.get(name);
        PodTemplateSpec template = ReleasedImage.template(object.at("/spec/template"));
        Container container = MainContainer.of(component, template, new ImageName(image).repository());
        if (!image.equals(container.getImage())) {
            objects.patch("Setting the image of", name, PatchType.STRATEGIC_MERGE,
                    SetImage.patch(template, container, image, ReleasedImage.notes(component, artifact, image)));
        }
        return kubectl("set image " + objects.label(name) + " " + container.getName() + "=" + image);
    }

    /** A DaemonSet has a pod on each of its nodes and is not scaled. */
    @Override
    public String scale(Component component, Track track, int units) {
        String name = component.targetName();
        boolean counted = kind == RevisionedKind.STATEFUL_SET && track == Track.STABLE;
        if (!counted || kind.wanted(objects.get(name)) == units) {
            return "";
        }
        objects.scale(name, units);
        return kubectl("scale " + objects.label(name) + " --replicas=" + units);
    }

    @Override
    public List<Revision> history(Component component) {
        ControllerRevisions revisions = revisions(objects.get(component.targetName()));
        String current = revisions.current().map(ControllerRevisions::uid).orElse("");
        return revisions.newestFirst().stream().map(each -> revision(component, each, current)).toList();
    }

    @Override
    public String undo(Component component, Revision to) {
        String name = component.targetName();
        ControllerRevisions revisions = revisions(objects.get(name));
        JsonNode target = revisions.withUid(to.identity()).orElseThrow(() -> new FailureException(new Failure.Missing(
                "Undoing " + objects.label(name) + " failed", "The ControllerRevision of revision " + to.number() + " is gone.",
                "Deploy " + to.artifact().version() + " instead.")));
        if (!revisions.current().equals(Optional.of(target))) {
            objects.patch("Undoing", name, PatchType.STRATEGIC_MERGE, target.path("data").toString());
        }
        return undoCommand(component, to);
    }

    @Override
    public List<Caution> cautions(Component component, Revision to) {
        JsonNode object = objects.get(component.targetName());
        List<Caution> cautions = new ArrayList<>(UndoCautions.applied(object));
        if (kind == RevisionedKind.STATEFUL_SET) {
            cautions.addAll(UndoCautions.statefulSet(object));
        }
        return cautions;
    }

    @Override
    public String undoCommand(Component component, Revision to) {
        return kubectl("rollout undo " + objects.label(component.targetName()) + " --to-revision=" + to.number());
    }

    private ControllerRevisions revisions(JsonNode object) {
        return new ControllerRevisions(object,
                objects.owned("apps/v1", "ControllerRevision", object, object.at("/spec/selector")));
    }

    private static Revision revision(Component component, JsonNode revision, String current) {
        JsonNode template = ControllerRevisions.template(revision);
        return new Revision(ControllerRevisions.uid(revision), ControllerRevisions.number(revision),
                ReleasedImage.of(component, template, revision),
                Instant.parse(revision.at("/metadata/creationTimestamp").asText()),
                ReleasedImage.annotations(revision).getOrDefault(ReleasedImage.CAUSE, ""),
                ControllerRevisions.uid(revision).equals(current), true, TemplateText.of(template));
    }

    private String kubectl(String command) {
        return "kubectl -n " + connection.namespace() + " " + command;
    }
}
