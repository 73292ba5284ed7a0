package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What {@code kubectl rollout undo} would do, decided without doing it. Source: kubectl, pkg/polymorphichelpers/rollback.go.
 */
sealed interface UndoPlan {

    /** One JSON Patch for the Deployment. */
    record Patch(long revision, PodTemplateSpec template, Map<String, String> annotations) implements UndoPlan {
        String json() {
            return Serialization.asJson(List.of(Map.of("op", "replace", "path", "/spec/template", "value", template),
                    Map.of("op", "replace", "path", "/metadata/annotations", "value", annotations)));
        }
    }

    /** The Deployment already has that template; nothing is sent. */
    record Skipped(long revision) implements UndoPlan { }

    /** Annotations that stay the Deployment's own; all others come back from the ReplicaSet. */
    Set<String> KEPT = Set.of("kubectl.kubernetes.io/last-applied-configuration", OwnedReplicaSets.REVISION,
            "deployment.kubernetes.io/revision-history", "deployment.kubernetes.io/desired-replicas",
            "deployment.kubernetes.io/max-replicas", "deprecated.deployment.rollback.to");

    /** @param revision 0 for the second highest, as without {@code --to-revision} */
    static UndoPlan toRevision(OwnedReplicaSets sets, long revision) {
        return to(sets, target(sets, revision));
    }

    static UndoPlan to(OwnedReplicaSets sets, ReplicaSet target) {
        Deployment deployment = sets.deployment();
        if (Boolean.TRUE.equals(deployment.getSpec().getPaused())) {
            throw refused(deployment, "You cannot roll back a paused deployment.",
                    "Resume it first with kubectl rollout resume and try again.");
        }
        long revision = OwnedReplicaSets.revision(target).orElse(0);
        PodTemplateSpec template = OwnedReplicaSets.withoutHash(target.getSpec().getTemplate());
        if (template.equals(OwnedReplicaSets.withoutHash(deployment.getSpec().getTemplate()))) {
            return new Skipped(revision);
        }
        return new Patch(revision, template, annotations(deployment, target));
    }

    private static ReplicaSet target(OwnedReplicaSets sets, long revision) {
        List<ReplicaSet> newestFirst = sets.byRevision();
        if (revision == 0 && newestFirst.size() < 2) {
            throw refused(sets.deployment(), "No rollout history found.",
                    "There is nothing to go back to; deploy a version instead.");
        }
        return revision == 0 ? newestFirst.get(1)
                : newestFirst.stream().filter(set -> OwnedReplicaSets.revision(set).orElse(0) == revision).findFirst()
                        .orElseThrow(() -> refused(sets.deployment(), "Unable to find specified revision " + revision
                                + " in history.",
                                "Choose one that kubectl rollout history lists."));
    }

    private static Map<String, String> annotations(Deployment deployment, ReplicaSet target) {
        Map<String, String> annotations = new TreeMap<>();
        Optional.ofNullable(deployment.getMetadata().getAnnotations()).orElse(Map.of()).forEach((key, value) -> {
            if (KEPT.contains(key)) {
                annotations.put(key, value);
            }
        });
        OwnedReplicaSets.annotations(target).forEach((key, value) -> {
            if (!KEPT.contains(key)) {
                annotations.put(key, value);
            }
        });
        return annotations;
    }

    private static FailureException refused(Deployment deployment, String why, String advice) {
        return new FailureException(new Failure.Rejected("Undoing deployment/" + deployment.getMetadata().getName() + " failed",
                why, advice));
    }
}
