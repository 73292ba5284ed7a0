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
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an Argo Rollout run images. The canary and the stable track are two ReplicaSets of the one Rollout: giving the canary a
 * version sets it in the template, and the Rollout's own steps go on from there; telling the stable track to run it promotes it
 * to the end.
 */
final class RolloutDeployer implements Deployer {

    private final KubernetesConnection connection;
    private final RolloutObjects objects;

    RolloutDeployer(KubernetesConnection connection) {
        this.connection = connection;
        this.objects = new RolloutObjects(connection);
    }

    @Override
    public Workload observe(Component component, Track track) {
        RolloutUpdate update = objects.read(component.targetName());
        return switch (track) {
            case STABLE -> workload(component, track, update, update.told(), wanted(update), update.stableProgress());
            case CANARY -> canary(component, update);
        };
    }

    /**
     * While the template asks for another version than the stable one there is a canary, even if an abort keeps it without pods.
     */
    private Workload canary(Component component, RolloutUpdate update) {
        if (!update.seen()) {
            Artifact asked = ReleasedImage.of(component, update.template(), update.holder());
            boolean other = update.stable().filter(set -> !artifact(component, set).equals(asked)).isPresent();
            return other ? new Workload(component.name(), Track.CANARY, Optional.of(asked), "", 1, 0, 0, update.newProgress(),
                    connection.now()) : absent(component, update);
        }
        return update.state().promoted() ? absent(component, update) : workload(component, Track.CANARY, update, update.newest(),
                Math.max(1, update.newest().map(set -> set.at("/spec/replicas").asInt()).orElse(0)), update.newProgress());
    }

    private Workload absent(Component component, RolloutUpdate update) {
        return new Workload(component.name(), Track.CANARY, Optional.empty(), "", 0, 0, 0,
                new Workload.Rollout.Done("rollout \"" + update.name() + "\" has no update under way"), connection.now());
    }

    private Workload workload(Component component, Track track, RolloutUpdate update, Optional<JsonNode> set, int wanted,
                              Workload.Rollout progress) {
        return new Workload(component.name(), track, set.map(each -> artifact(component, each)),
                set.map(RolloutUpdate::uid).orElse(""), wanted, set.map(each -> each.at("/status/replicas").asInt()).orElse(0),
                set.map(each -> each.at("/status/readyReplicas").asInt()).orElse(0), progress, connection.now());
    }

    private static int wanted(RolloutUpdate update) {
        return update.rollout().at("/spec/replicas").asInt(1);
    }

    private static Artifact artifact(Component component, JsonNode set) {
        return ReleasedImage.of(component, set.at("/spec/template"), set);
    }

    @Override
    public String deploy(Component component, Track track, Artifact artifact) {
        RolloutUpdate update = objects.read(component.targetName());
        String image = ReleasedImage.reference(component, artifact);
        PodTemplateSpec template = ReleasedImage.template(update.template());
        String container = MainContainer.of(component, template, new ImageName(image).repository()).getName();
        boolean asked = image.equals(MainContainer.of(component, template, "").getImage());
        if (!asked) {
            Map<String, String> notes = ReleasedImage.notes(component, artifact, image);
            return objects.setImage(update, template, container, image, notes);
        }
        if (track == Track.CANARY || update.seen() && update.state().promoted()) {
            return objects.setImageCommand(update, container, image);
        }
        // The stable track gets it when the steps that are left are skipped; an aborted update must be taken up again first.
        if (!update.seen() || update.state().promotingFully() && !update.state().aborted()) {
            return "";
        }
        return update.state().aborted() ? objects.retry(update) : objects.promoteFully(update);
    }

    /** Its steps decide how many pods the canary has. None at all means giving the update up: the template goes back. */
    @Override
    public String scale(Component component, Track track, int units) {
        RolloutUpdate update = objects.read(component.targetName());
        if (track == Track.STABLE) {
            return wanted(update) == units ? "" : objects.scale(update, units);
        }
        boolean giveUp = units == 0 && update.seen() && !update.state().promoted();
        return giveUp ? update.stable().map(stable -> objects.undo(update, stable)).orElse("") : "";
    }

    @Override
    public List<Revision> history(Component component) {
        RolloutUpdate update = objects.read(component.targetName());
        String current = update.seen() ? update.newest().map(RolloutUpdate::uid).orElse("") : "";
        return update.newestFirst().stream().map(set -> new Revision(RolloutUpdate.uid(set), RolloutUpdate.revision(set),
                artifact(component, set), Instant.parse(set.at("/metadata/creationTimestamp").asText()),
                ReleasedImage.annotations(set).getOrDefault(ReleasedImage.CAUSE, ""),
                RolloutUpdate.uid(set).equals(current), true,
                TemplateText.of(set.at("/spec/template")))).toList();
    }

    @Override
    public String undo(Component component, Revision to) {
        RolloutUpdate update = objects.read(component.targetName());
        JsonNode target = update.withUid(to.identity()).orElseThrow(() -> new FailureException(new Failure.Missing(
                "Undoing rollout/" + update.name() + " failed", "The ReplicaSet of revision " + to.number() + " is gone.",
                "Deploy " + to.artifact().version() + " instead.")));
        return objects.undo(update, target);
    }

    @Override
    public List<Caution> cautions(Component component, Revision to) {
        return UndoCautions.applied(objects.read(component.targetName()).holder());
    }

    @Override
    public String undoCommand(Component component, Revision to) {
        return objects.undoCommand(component.targetName(), to.number());
    }

    /** Tells whether two templates are the same to the API, where absent and null are one. */
    static boolean same(JsonNode one, JsonNode other) {
        return Serialization.jsonMapper().convertValue(one, PodTemplateSpec.class)
                .equals(Serialization.jsonMapper().convertValue(other, PodTemplateSpec.class));
    }
}
