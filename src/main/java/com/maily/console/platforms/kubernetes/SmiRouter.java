package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import java.util.List;
import java.util.stream.StreamSupport;

/** Shows the weights of an SMI TrafficSplit. The specification was archived in 2023, so that it is only read. */
public final class SmiRouter implements TrafficRouter {

    private static final String WHY = "The Service Mesh Interface is archived; its TrafficSplits are only read.";

    private final KubernetesConnection connection;
    private final RoutedObject splits;

    public SmiRouter(KubernetesConnection connection) {
        this.connection = connection;
        this.splits = new RoutedObject(connection, "split.smi-spec.io/v1alpha4", "TrafficSplit");
    }

    @Override
    public Traffic observe(Component component) {
        JsonNode split = splits.get(component.routing().name());
        Weight weight = weight(component, split);
        return new Traffic(weight, weight, weight.isZero() ? "" : WHY, FieldOwner.of(split, "spec"), RoutedObject.version(split),
                connection.now());
    }

    @Override
    public Reach reach(Component component) {
        return new Reach.Only(List.of(weight(component, splits.get(component.routing().name()))), WHY);
    }

    @Override
    public String set(Component component, Weight weight) {
        String name = component.routing().name();
        if (!weight(component, splits.get(name)).equals(weight)) {
            throw new FailureException(new Failure.Rejected("Shifting " + component.name() + " failed", WHY,
                    "Change trafficsplit/" + name + " by hand, or move the component to the Gateway API."));
        }
        return "kubectl -n " + connection.namespace() + " get " + splits.label(name);
    }

    private static Weight weight(Component component, JsonNode split) {
        JsonNode backends = split.path("spec").path("backends");
        String canary = CanaryDeployment.name(component.targetName());
        if (!StreamSupport.stream(backends.spliterator(), false).anyMatch(each -> service(each).equals(canary))) {
            throw new FailureException(new Failure.Rejected("Reading the weights of trafficsplit/" + component.routing().name() + " failed",
                    "It has no backend " + canary + ".", "Check the component's routing in the workspace file."));
        }
        double sum = StreamSupport.stream(backends.spliterator(), false).mapToInt(SmiRouter::weight).sum();
        return Weight.ofShare(StreamSupport.stream(backends.spliterator(), false).filter(each -> service(each).equals(canary))
                .mapToInt(SmiRouter::weight).sum(), sum);
    }

    private static String service(JsonNode backend) {
        return backend.path("service").asText();
    }

    private static int weight(JsonNode backend) {
        return backend.path("weight").asInt(0);
    }
}
