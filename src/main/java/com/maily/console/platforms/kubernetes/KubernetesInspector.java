package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import com.maily.console.core.port.Workload.Rollout;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads how the components that live on Kubernetes are set up. */
public final class KubernetesInspector implements Inspector {

    private static final String PLATFORM = "kubernetes";

    private final KubernetesConnection connection;
    private final WorkloadTemplates templates;
    private final KubernetesDeployer deployer;
    private final RouterDiscovery discovery;

    public KubernetesInspector(KubernetesConnection connection) {
        this.connection = connection;
        this.templates = new WorkloadTemplates(connection);
        this.deployer = new KubernetesDeployer(connection);
        this.discovery = new RouterDiscovery(connection);
    }

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        List<Component> ours = components.stream().filter(component -> component.platform().equals(PLATFORM)).toList();
        return switch (inspection) {
            case CONNECTIONS -> connections(ours);
            case INFRASTRUCTURE -> ours.stream().map(this::available).toList();
            case DEPENDENCIES -> neededByOthers(ours, components).stream().map(this::available).toList();
            case LIMITS_AND_PROBES -> each(ours, TemplateChecks::limitsAndProbes);
            case NETWORK_POLICIES -> networkPolicies(ours);
            case TRACING -> each(ours, TemplateChecks::tracing);
            case METRICS_ARRIVE -> List.of();
        };
    }

    /** Routers that are to be found are found now, so that people see before a run what will be written. */
    private List<Finding> connections(List<Component> components) {
        List<Finding> findings = new ArrayList<>();
        List<Component> routed = components.stream().map(component -> component.routing().kind().equals(Routing.FOUND)
                ? found(component, findings) : component).toList();
        findings.addFirst(connection(routed));
        return findings;
    }

    private Component found(Component component, List<Finding> findings) {
        try {
            Component routed = component.routedBy(discovery.find(component));
            findings.add(new Finding(component.name(), Result.GOOD, "Its traffic is split by " + routed.routing().kind() + " "
                    + routed.routing().name() + "."));
            return routed;
        } catch (FailureException failed) {
            Result result = failed.failure().retryable() || failed.failure() instanceof Failure.Denied ? Result.UNKNOWN
                    : Result.BAD;
            findings.add(new Finding(component.name(), result, failed.failure().why() + " " + failed.failure().advice()));
            return component;
        }
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
            return each(components, (subject, template) -> TemplateChecks.networkPolicy(subject, template, policies));
        } catch (FailureException failed) {
            return components.stream().map(component -> new Finding(component.name(), Result.UNKNOWN, failed.failure().why()))
                    .toList();
        }
    }

    private List<Finding> each(List<Component> components, BiFunction<String, PodTemplateSpec, Finding> check) {
        return components.stream().map(component -> one(component, check)).toList();
    }

    private Finding one(Component component, BiFunction<String, PodTemplateSpec, Finding> check) {
        return found(component, () -> check.apply(component.name(), templates.of(component)));
    }

    private static Finding found(Component component, Supplier<Finding> look) {
        try {
            return look.get();
        } catch (FailureException failed) {
            Result result = failed.failure() instanceof Failure.Missing ? Result.BAD : Result.UNKNOWN;
            return new Finding(component.name(), result, failed.failure().why());
        }
    }

    private Finding available(Component component) {
        return found(component, () -> available(component.name(), deployer.observe(component, Track.STABLE)));
    }

    private static Finding available(String subject, Workload workload) {
        return switch (workload.rollout()) {
            case Rollout.Broken broken -> new Finding(subject, Result.BAD, broken.message());
            case Rollout.Waiting waiting -> new Finding(subject, Result.BAD, waiting.message());
            case Rollout.Done _ -> new Finding(subject, workload.wanted() > 0 && workload.ready() >= workload.wanted()
                    ? Result.GOOD
                    : Result.BAD, workload.ready() + " of " + workload.wanted() + " pods available.");
        };
    }

    /** Those that another component cannot start without. */
    private static List<Component> neededByOthers(List<Component> ours, List<Component> all) {
        Set<String> needed = all.stream().flatMap(component -> component.needs().stream()).collect(Collectors.toSet());
        return ours.stream().filter(component -> needed.contains(component.name())).toList();
    }
}
