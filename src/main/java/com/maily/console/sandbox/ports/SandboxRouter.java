package com.maily.console.sandbox.ports;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;

/** Splits traffic in the sandbox the way the component says: by its route or by its replicas. */
public final class SandboxRouter implements TrafficRouter {

    private final RouteSplit route;
    private final TrafficRouter ratio;

    public SandboxRouter(Cluster cluster, SandboxClock clock, String namespace) {
        Place place = new Place(cluster, clock, namespace);
        this.route = new RouteSplit(place);
        this.ratio = new RatioSplit(place);
    }

    @Override
    public Traffic observe(Component component) {
        return of(routed(component)).observe(routed(component));
    }

    @Override
    public Reach reach(Component component) {
        return of(routed(component)).reach(routed(component));
    }

    @Override
    public String set(Component component, Weight weight) {
        return of(routed(component)).set(routed(component), weight);
    }

    @Override
    public Routing routing(Component component) {
        return component.routing().kind().equals(Routing.FOUND) ? new Routing(Routing.GATEWAY_API, route.owner(component))
                : component.routing();
    }

    private Component routed(Component component) {
        return component.routedBy(routing(component));
    }

    private TrafficRouter of(Component component) {
        return switch (component.routing().kind()) {
            case Routing.GATEWAY_API -> route;
            case Routing.REPLICA_RATIO -> ratio;
            default -> throw new FailureException(new Failure.Missing("Routing " + component.name() + " failed",
                    "The cluster cannot split traffic by " + component.routing().kind() + ".",
                            "Use gateway-api or replica-ratio."));
        };
    }
}
