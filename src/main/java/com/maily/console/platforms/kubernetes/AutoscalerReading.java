package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.WorkloadFacts.Autoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a HorizontalPodAutoscaler looks at and where it stands. Pure. */
final class AutoscalerReading {

    private AutoscalerReading() { }

    static Autoscaler of(HorizontalPodAutoscaler scaler) {
        var spec = scaler.getSpec();
        var status = Optional.ofNullable(scaler.getStatus());
        List<MetricStatus> current = status.map(known -> known.getCurrentMetrics()).orElse(List.of());
        String metrics = spec.getMetrics().stream().map(metric -> told(metric, current)).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return new Autoscaler(scaler.getMetadata().getName(), Optional.ofNullable(spec.getMinReplicas()).orElse(1),
                spec.getMaxReplicas(), status.map(known -> known.getCurrentReplicas()).orElse(0),
                status.map(known -> known.getDesiredReplicas()).orElse(0), metrics);
    }

    /** Only resources are told with their numbers; other metrics by their kind. */
    private static String told(MetricSpec metric, List<MetricStatus> current) {
        if (metric.getResource() == null) {
            return metric.getType();
        }
        String name = metric.getResource().getName();
        Integer target = metric.getResource().getTarget().getAverageUtilization();
        String now = current.stream().filter(status -> status.getResource() != null
                && status.getResource().getName().equals(name))
                .map(status -> status.getResource().getCurrent().getAverageUtilization()).filter(value -> value != null)
                .map(value -> value + " %").findFirst().orElse("unknown");
        return target == null ? name : name + " " + now + " of " + target + " %";
    }
}
