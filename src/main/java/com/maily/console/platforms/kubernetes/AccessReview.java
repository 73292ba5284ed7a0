package com.maily.console.platforms.kubernetes;

import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;

/** Asks the cluster whether our account may do one thing, without doing it. */
record AccessReview(KubernetesConnection connection) {

    boolean allows(Right right) {
        var review = new SelfSubjectAccessReviewBuilder().withNewSpec().withNewResourceAttributes()
                .withNamespace(connection.namespace()).withVerb(right.verb()).withGroup(right.group())
                .withResource(right.resource()).withSubresource(right.subresource().isEmpty() ? null : right.subresource())
                .endResourceAttributes().endSpec().build();
        return Boolean.TRUE.equals(connection.call("Asking whether our account may " + right,
                () -> connection.client().authorization().v1().selfSubjectAccessReview().create(review)).getStatus()
                .getAllowed());
    }
}
