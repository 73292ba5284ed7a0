package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

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
    /** What each router writes, by {@link Routing#kind}; those that are only shown need no more than to be read. */
    private static final Map<String, Right> ROUTES = Map.of(
            Routing.GATEWAY_API, new Right("patch", "gateway.networking.k8s.io", "httproutes", ""),
            Routing.ISTIO, new Right("patch", "networking.istio.io", "virtualservices", ""),
            Routing.NGINX, new Right("patch", "networking.k8s.io", "ingresses", ""),
            Routing.ALB, new Right("patch", "networking.k8s.io", "ingresses", ""),
            Routing.TRAEFIK, new Right("patch", "traefik.io", "traefikservices", ""),
            Routing.ARGO_ROLLOUTS, new Right("patch", "argoproj.io", "rollouts", "status"),
            Routing.FLAGGER, new Right("get", "flagger.app", "canaries", ""),
            Routing.SMI, new Right("get", "split.smi-spec.io", "trafficsplits", ""));

    /** One finding for the whole connection: the server's version, and each right that is missing. */
    Finding finding(List<Component> components) {
        String version = connection.call("Reading the version", () -> connection.client().getKubernetesVersion()).getGitVersion();
        List<Right> needed = new ArrayList<>(NEEDED);
        components.stream().map(component -> ROUTES.get(component.routing().kind())).filter(Objects::nonNull).distinct()
                .forEach(needed::add);
        List<String> missing = needed.stream().filter(right -> !allowed(right)).map(Right::toString).toList();
        String where = version + ", namespace " + connection.namespace();
        String notices = components.stream().map(component -> component.routing().notice()).filter(notice -> !notice.isEmpty())
                .distinct().map(notice -> " " + notice).collect(Collectors.joining());
        return missing.isEmpty()
                ? new Finding("kubernetes", Result.GOOD, where + "; our account may do all that is needed." + notices)
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
