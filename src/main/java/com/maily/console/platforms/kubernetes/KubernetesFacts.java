package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.WorkloadFacts;
import com.maily.console.core.port.WorkloadFacts.Autoscaler;
import com.maily.console.core.port.WorkloadFacts.Claim;
import com.maily.console.core.port.WorkloadFacts.Quota;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what surrounds a workload in its namespace. Where our account may not look, that is said instead. */
public final class KubernetesFacts implements Facts {

    private final KubernetesConnection connection;

    public KubernetesFacts(KubernetesConnection connection) {
        this.connection = connection;
    }

    @Override
    public WorkloadFacts of(Component component) {
        WorkloadObject workload = workload(component);
        List<String> unknown = new ArrayList<>();
        var client = connection.client();
        List<Autoscaler> autoscalers = read("autoscalers", unknown, client.autoscaling().v2().horizontalPodAutoscalers(),
                scaler -> workload.isScaledBy(scaler.getSpec().getScaleTargetRef()) ? Stream.of(AutoscalerReading.of(scaler))
                : Stream.of());
        List<Quota> quotas = read("quotas", unknown, client.resourceQuotas(), KubernetesFacts::quotas);
        List<String> policies = read("network policies", unknown, client.network().v1().networkPolicies(), policy ->
                TemplateChecks.selects(policy.getSpec().getPodSelector(), workload.podLabels())
                        ? Stream.of(policy.getMetadata().getName()) : Stream.of());
        List<Claim> claims = read("volume claims", unknown, client.persistentVolumeClaims(), claim ->
                workload.claims(claim.getMetadata().getName()) ? Stream.of(ClaimReading.of(claim)) : Stream.of());
        return new WorkloadFacts(workload.replicas(), workload.surge(), autoscalers.stream().findFirst(), quotas,
                policies, claims,
                workload.containers(), unknown);
    }

    private WorkloadObject workload(Component component) {
        WorkloadKind kind = WorkloadKind.of(component);
        GenericKubernetesResource found = connection.call("Reading " + component.target(), () -> connection.client()
                .genericKubernetesResources(kind.apiVersion(), kind.kind()).inNamespace(connection.namespace())
                .withName(component.targetName()).get());
        if (found == null) {
            throw new FailureException(new Failure.Missing("Reading " + component.target() + " failed", "There is no "
                    + kind.kind() + " "
                    + component.targetName() + " in namespace " + connection.namespace() + ".",
                    "Check the component's target and the environment's namespace in the workspace file."));
        }
        return new WorkloadObject(kind.kind(), component.targetName(), Serialization.jsonMapper().valueToTree(found));
    }

    private <T extends HasMetadata, R> List<R> read(String what, List<String> unknown, MixedOperation<T, ?, ?> kind,
                                                    Function<T, Stream<R>> reading) {
        try {
            FilterWatchListDeletable<T, ?, ?> here = kind.inNamespace(connection.namespace());
            return connection.call("Listing the " + what, () -> items(here)).stream().flatMap(reading).toList();
        } catch (FailureException failed) {
            unknown.add(what + ": " + failed.failure().why());
            return List.of();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends HasMetadata> List<T> items(FilterWatchListDeletable<T, ?, ?> here) {
        return ((KubernetesResourceList<T>) here.list()).getItems();
    }

    private static Stream<Quota> quotas(ResourceQuota quota) {
        Map<String, Quantity> used = Optional.ofNullable(quota.getStatus())
                .map(status -> status.getUsed()).orElse(Map.of());
        Map<String, Quantity> hard = Optional.ofNullable(quota.getSpec().getHard()).orElse(Map.of());
        return hard.entrySet().stream().map(limit -> new Quota(quota.getMetadata().getName(), limit.getKey(),
                Quantities.amount(used.get(limit.getKey())), Quantities.amount(limit.getValue())));
    }
}
