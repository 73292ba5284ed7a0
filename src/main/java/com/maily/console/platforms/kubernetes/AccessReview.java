package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import java.util.ArrayList;
import java.util.List;

/** Asks the cluster whether our account may do what a deployment needs, before it is needed. */
record AccessReview(KubernetesConnection connection) {

    /** @param subresource empty for the object itself */
    private record Right(String verb, String group, String resource, String subresource) {
        @Override
        public String toString() {
            return verb + " " + resource + (subresource.isEmpty() ? "" : "/" + subresource);
        }
    }

    private static final List<Right> NEEDED = List.of(new Right("patch", "apps", "deployments", ""),
            new Right("create", "apps", "deployments", ""), new Right("patch", "apps", "deployments", "scale"),
            new Right("list", "apps", "replicasets", ""), new Right("watch", "", "pods", ""),
                    new Right("create", "batch", "jobs", ""));
    private static final Right ROUTES = new Right("patch", "gateway.networking.k8s.io", "httproutes", "");

    /** One finding for the whole connection: the server's version, and each right that is missing. */
    Finding finding(List<Component> components) {
        String version = connection.call("Reading the version", () -> connection.client().getKubernetesVersion()).getGitVersion();
        List<Right> needed = new ArrayList<>(NEEDED);
        if (components.stream().anyMatch(component -> component.routing().kind().equals(Routing.GATEWAY_API))) {
            needed.add(ROUTES);
        }
        List<String> missing = needed.stream().filter(right -> !allowed(right)).map(Right::toString).toList();
        String where = version + ", namespace " + connection.namespace();
        return missing.isEmpty() ? new Finding("kubernetes", Result.GOOD, where + "; our account may do all that is needed.")
                : new Finding("kubernetes", Result.BAD, where + "; our account may not " + String.join(", ", missing) + ".");
    }

    private boolean allowed(Right right) {
        var review = new SelfSubjectAccessReviewBuilder().withNewSpec().withNewResourceAttributes()
                .withNamespace(connection.namespace())
                .withVerb(right.verb()).withGroup(right.group()).withResource(right.resource())
                .withSubresource(right.subresource().isEmpty() ? null : right.subresource()).endResourceAttributes().endSpec()
                        .build();
        return Boolean.TRUE.equals(connection.call("Asking whether our account may " + right,
                () -> connection.client().authorization().v1().selfSubjectAccessReview().create(review)).getStatus()
                        .getAllowed());
    }
}
