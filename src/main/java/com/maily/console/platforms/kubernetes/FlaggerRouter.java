package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import java.util.List;

/** Shows where a Flagger Canary stands. Flagger moves the weights by itself, so that nothing of it is ever written here. */
public final class FlaggerRouter implements TrafficRouter {

    private static final String WHY = "Flagger moves this canary by itself.";

    private final KubernetesConnection connection;
    private final RoutedObject canaries;

    public FlaggerRouter(KubernetesConnection connection) {
        this.connection = connection;
        this.canaries = new RoutedObject(connection, "flagger.app/v1beta1", "Canary");
    }

    @Override
    public Traffic observe(Component component) {
        JsonNode canary = canaries.get(component.routing().name());
        Weight weight = weight(canary);
        return new Traffic(weight, weight, weight.isZero() ? "" : state(canary), "flagger", RoutedObject.version(canary),
                connection.now());
    }

    @Override
    public Reach reach(Component component) {
        return new Reach.Only(List.of(weight(canaries.get(component.routing().name()))), WHY);
    }

    @Override
    public String set(Component component, Weight weight) {
        String name = component.routing().name();
        if (!weight(canaries.get(name)).equals(weight)) {
            throw new FailureException(new Failure.Rejected("Shifting " + component.name() + " failed", WHY,
                    "Answer its gate webhooks, or set spec.suspend or spec.skipAnalysis of canary/" + name + "."));
        }
        return "kubectl -n " + connection.namespace() + " get " + canaries.label(name);
    }

    private static Weight weight(JsonNode canary) {
        return Weight.ofPercent(Math.clamp(canary.path("status").path("canaryWeight").asInt(0), 0, 100));
    }

    private static String state(JsonNode canary) {
        JsonNode status = canary.path("status");
        int failed = status.path("failedChecks").asInt(0);
        return "Flagger says " + status.path("phase").asText("nothing") + (failed == 0 ? "." : ", with " + failed + " of "
                + canary.path("spec").path("analysis").path("threshold").asInt(0) + " failed checks before it goes back.");
    }
}
