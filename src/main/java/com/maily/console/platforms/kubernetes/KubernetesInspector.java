package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Workload.Rollout;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Reads how the components that live on Kubernetes are set up. */
public final class KubernetesInspector implements Inspector {

    private static final String PLATFORM = "kubernetes";

    private final KubernetesConnection connection;
    private final Deployments deployments;

    public KubernetesInspector(KubernetesConnection connection) {
        this.connection = connection;
        this.deployments = new Deployments(connection);
    }

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        List<Component> ours = components.stream().filter(component -> component.platform().equals(PLATFORM)).toList();
        return switch (inspection) {
            case CONNECTIONS -> List.of(connection(ours));
            case INFRASTRUCTURE -> each(ours, KubernetesInspector::available);
            case DEPENDENCIES -> each(neededByOthers(ours, components), KubernetesInspector::available);
            case LIMITS_AND_PROBES -> each(ours, TemplateChecks::limitsAndProbes);
            case NETWORK_POLICIES -> networkPolicies(ours);
            case TRACING -> each(ours, TemplateChecks::tracing);
            case METRICS_ARRIVE -> List.of();
        };
    }

    /** That it answers and lets us in; what our account may do there is asked action by action, see {@link KubernetesRights}. */
    private Finding connection(List<Component> components) {
        try {
            String version = connection.call("Reading the version", () -> connection.client().getKubernetesVersion())
                    .getGitVersion();
            boolean letIn = new AccessReview(connection).allows(new Right("get", "apps", "deployments"));
            String notices = components.stream().map(component -> component.routing().notice())
                    .filter(notice -> !notice.isEmpty()).distinct().map(notice -> " " + notice).collect(Collectors.joining());
            String where = version + ", namespace " + connection.namespace();
            return letIn ? new Finding(PLATFORM, Result.GOOD, where + "; our account is known there." + notices)
                    : new Finding(PLATFORM, Result.BAD, where + "; our account may not get deployments.");
        } catch (FailureException failed) {
            return new Finding(PLATFORM, Result.BAD, failed.failure().why());
        }
    }

    private List<Finding> networkPolicies(List<Component> components) {
        if (components.isEmpty()) {
            return List.of();
        }
        try {
            List<NetworkPolicy> policies = connection.call("Listing the network policies", () -> connection.client().network()
                    .v1()
                    .networkPolicies().inNamespace(connection.namespace()).list().getItems());
            return each(components, (subject, deployment) -> TemplateChecks.networkPolicy(subject, deployment, policies));
        } catch (FailureException failed) {
            return components.stream().map(component -> new Finding(component.name(), Result.UNKNOWN, failed.failure().why()))
                    .toList();
        }
    }

    private List<Finding> each(List<Component> components, BiFunction<String, Deployment, Finding> check) {
        return components.stream().map(component -> one(component, check)).toList();
    }

    private Finding one(Component component, BiFunction<String, Deployment, Finding> check) {
        try {
            return check.apply(component.name(), deployments.get(component.targetName()));
        } catch (FailureException failed) {
            Result result = failed.failure() instanceof Failure.Missing ? Result.BAD : Result.UNKNOWN;
            return new Finding(component.name(), result, failed.failure().why());
        }
    }

    private static Finding available(String subject, Deployment deployment) {
        int wanted = Deployments.replicas(deployment);
        int available = Optional.ofNullable(deployment.getStatus()).map(status -> status.getAvailableReplicas()).orElse(0);
        return switch (RolloutStatus.of(deployment)) {
            case Rollout.Broken broken -> new Finding(subject, Result.BAD, broken.message());
            case Rollout.Waiting waiting -> new Finding(subject, Result.BAD, waiting.message());
            case Rollout.Done _ -> new Finding(subject, wanted > 0 && available >= wanted ? Result.GOOD : Result.BAD,
                    available + " of " + wanted + " pods available.");
        };
    }

    /** Those that another component cannot start without. */
    private static List<Component> neededByOthers(List<Component> ours, List<Component> all) {
        Set<String> needed = all.stream().flatMap(component -> component.needs().stream()).collect(Collectors.toSet());
        return ours.stream().filter(component -> needed.contains(component.name())).toList();
    }
}
