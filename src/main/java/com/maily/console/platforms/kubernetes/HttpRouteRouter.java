package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Splits traffic by the weights of a Gateway API HTTPRoute, and believes them only when the gateway has taken them up. */
public final class HttpRouteRouter implements TrafficRouter {

    private final KubernetesConnection connection;
    private final Deployments deployments;
    /** By component: the last share a gateway confirmed, which stays in effect until the next one is confirmed. */
    private final Map<String, Weight> confirmed = new ConcurrentHashMap<>();

    public HttpRouteRouter(KubernetesConnection connection) {
        this.connection = connection;
        this.deployments = new Deployments(connection);
    }

    @Override
    public Traffic observe(Component component) {
        JsonNode route = read(component);
        RouteWeights weights = weights(component, route);
        Weight desired = weights.canaryShare();
        String why = obstacle(component, route, desired);
        if (why.isEmpty()) {
            confirmed.put(component.name(), desired);
        }
        Weight observed = why.isEmpty() ? desired : known(component, desired);
        return new Traffic(desired, observed, why, FieldOwner.of(route, "spec", "rules"), weights.version(), connection.now());
    }

    @Override
    public Reach reach(Component component) {
        return new Reach.AnyPercent();
    }

    @Override
    public String set(Component component, Weight weight) {
        if (weight.basisPoints() % 100 != 0) {
            throw new FailureException(new Failure.Rejected("Shifting " + component.name() + " failed",
                    weight + " is not a whole percentage.", "Choose a whole percentage from 0 to 100."));
        }
        int percent = weight.basisPoints() / 100;
        RouteWeights weights = weights(component, read(component));
        String patch = weights.patch(percent, component.targetName(), canary(component));
        if (!weights.allAt(weight)) {
            write(component, patch);
        }
        return command(component, patch);
    }

    @Override
    public String leaveCommand(Component component) {
        return command(component, weights(component, read(component)).patch(0, component.targetName(), canary(component)));
    }

    private String command(Component component, String patch) {
        return "kubectl -n " + connection.namespace() + " patch httproute/" + component.routing().name() + " --type=json -p '"
                + patch + "'";
    }

    private void write(Component component, String patch) {
        String action = "Setting the weights of httproute/" + component.routing().name();
        try {
            connection.call(action, () -> resource(component).patch(Deployments.by(PatchType.JSON), patch));
        } catch (FailureException refused) {
            if (!(refused.failure() instanceof Failure.Conflict conflict)) {
                throw refused;
            }
            String writer = FieldOwner.of(read(component), "spec", "rules");
            throw new FailureException(new Failure.Conflict(conflict.what(),
                    (writer.isEmpty() ? "Somebody else" : writer) + " wrote the route in between.",
                    "Look at the weights it has now, then set yours again."), refused);
        }
    }

    /** Why what is written is not what happens; empty when it is. */
    private String obstacle(Component component, JsonNode route, Weight desired) {
        String gateway = RouteStatus.obstacle(route);
        if (!gateway.isEmpty() || desired.isZero()) {
            return gateway;
        }
        boolean ready = deployments.find(canary(component)).map(canary -> canary.getStatus())
                .map(status -> Optional.ofNullable(status.getReadyReplicas()).orElse(0) > 0).orElse(false);
        return ready ? "" : "No canary pod is ready, so its share of requests is answered with errors.";
    }

    /** While nothing is confirmed, the share in effect is unknown: it is then given as one that is surely not settled. */
    private Weight known(Component component, Weight desired) {
        Weight unsettled = desired.isZero() ? Weight.FULL : Weight.ZERO;
        Weight last = confirmed.getOrDefault(component.name(), unsettled);
        return last.equals(desired) ? unsettled : last;
    }

    private RouteWeights weights(Component component, JsonNode route) {
        return RouteWeights.of(route, component.targetName(), canary(component));
    }

    private JsonNode read(Component component) {
        String name = component.routing().name();
        GenericKubernetesResource route = connection.call("Reading httproute/" + name, () -> resource(component).get());
        if (route == null) {
            throw new FailureException(new Failure.Missing("Reading httproute/" + name + " failed", "There is no HTTPRoute "
                    + name
                    + " in namespace " + connection.namespace() + ", or the cluster does not know HTTPRoutes.",
                    "Check the component's routing in the workspace file, and that the Gateway API is installed."));
        }
        return Serialization.jsonMapper().valueToTree(route);
    }

    private Resource<GenericKubernetesResource> resource(Component component) {
        return connection.client().genericKubernetesResources("gateway.networking.k8s.io/v1", "HTTPRoute")
                .inNamespace(connection.namespace()).withName(component.routing().name());
    }

    private static String canary(Component component) {
        return CanaryDeployment.name(component.targetName());
    }
}
