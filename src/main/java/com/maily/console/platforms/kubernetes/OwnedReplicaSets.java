package com.maily.console.platforms.kubernetes;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The ReplicaSets a Deployment really controls: those its selector finds may belong to another one. */
record OwnedReplicaSets(Deployment deployment, List<ReplicaSet> all) {

    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String HASH = "pod-template-hash";

    /** @param listed whatever the Deployment's selector finds */
    static OwnedReplicaSets of(Deployment deployment, List<ReplicaSet> listed) {
        String uid = deployment.getMetadata().getUid();
        return new OwnedReplicaSets(deployment, listed.stream().filter(set -> set.getMetadata().getOwnerReferences().stream()
                .anyMatch(owner -> Boolean.TRUE.equals(owner.getController()) && owner.getUid().equals(uid))).toList());
    }

    /** The one the Deployment's template stands for now; empty until its controller has made it. */
    Optional<ReplicaSet> current() {
        PodTemplateSpec wanted = withoutHash(deployment.getSpec().getTemplate());
        return all.stream().filter(set -> withoutHash(set.getSpec().getTemplate()).equals(wanted))
                .min(Comparator.comparing(set -> set.getMetadata().getCreationTimestamp()));
    }

    Optional<ReplicaSet> withUid(String uid) {
        return all.stream().filter(set -> set.getMetadata().getUid().equals(uid)).findFirst();
    }

    /** Those with a readable revision, newest first. */
    List<ReplicaSet> byRevision() {
        return all.stream().filter(set -> revision(set).isPresent())
                .sorted(Comparator.comparingLong((ReplicaSet set) -> revision(set).orElse(0)).reversed()).toList();
    }

    /** Absent counts as 0 and an unreadable one not at all, as in kubectl. */
    static OptionalLong revision(ReplicaSet set) {
        String text = annotations(set).get(REVISION);
        try {
            return OptionalLong.of(text == null ? 0 : Long.parseLong(text));
        } catch (NumberFormatException unreadable) {
            return OptionalLong.empty();
        }
    }

    static Map<String, String> annotations(ReplicaSet set) {
        return Optional.ofNullable(set.getMetadata().getAnnotations()).orElse(Map.of());
    }

    static PodTemplateSpec withoutHash(PodTemplateSpec template) {
        return new PodTemplateSpecBuilder(template).editOrNewMetadata().removeFromLabels(HASH).withCreationTimestamp(null)
                .endMetadata().build();
    }
}
