package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.BlueGreen;
import com.maily.console.core.port.StepRewriting;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.Optional;

/**
 * Leaves a component's traffic to whatever owns its route in the cluster. What was found is looked for again after a while, and
 * at once
 * when it is gone; there is never a second choice.
 */
public final class FoundRouter implements TrafficRouter {

    private static final Duration TRUSTED = Duration.ofMinutes(5);

    private final KubernetesConnection connection;
    private final RouterDiscovery discovery;
    private final Map<String, TrafficRouter> routers;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Routing routing, Instant since) { }

    /** @param routers by {@link Routing#kind} */
    public FoundRouter(KubernetesConnection connection, Map<String, TrafficRouter> routers) {
        this.connection = connection;
        this.discovery = new RouterDiscovery(connection);
        this.routers = Map.copyOf(routers);
    }

    @Override
    public Routing routing(Component component) {
        Known before = known.get(component.name());
        if (before != null && connection.now().isBefore(before.since().plus(TRUSTED))) {
            return before.routing();
        }
        known.remove(component.name());
        Routing found = discovery.find(component);
        known.put(component.name(), new Known(found, connection.now()));
        return found;
    }

    @Override
    public Traffic observe(Component component) {
        return ask(component, TrafficRouter::observe);
    }

    @Override
    public Reach reach(Component component) {
        return ask(component, TrafficRouter::reach);
    }

    @Override
    public String set(Component component, Weight weight) {
        return ask(component, (router, routed) -> router.set(routed, weight));
    }

    @Override
    public Optional<BlueGreen> blueGreen(Component component) {
        return ask(component, TrafficRouter::blueGreen);
    }

    @Override
    public Optional<StepRewriting> stepRewriting(Component component) {
        Routing found = routing(component);
        return routers.get(found.kind()).stepRewriting(component.routedBy(found)).map(inner -> new Steps(inner, found));
    }

    /** For callers who know the component only as it stands in the workspace file. */
    private record Steps(StepRewriting inner, Routing found) implements StepRewriting {
        @Override
        public Rewrite preview(Component component, Weight next) {
            return inner.preview(component.routedBy(found), next);
        }

        @Override
        public String rewrite(Component component, Rewrite shown) {
            return inner.rewrite(component.routedBy(found), shown);
        }
    }

    @Override
    public String leaveCommand(Component component) {
        return ask(component, TrafficRouter::leaveCommand);
    }

    /** What has gone since it was found may have left its place to something else. */
    private <T> T ask(Component component, BiFunction<TrafficRouter, Component, T> question) {
        try {
            return answered(component, question);
        } catch (FailureException failed) {
            if (!(failed.failure() instanceof Failure.Missing) || known.remove(component.name()) == null) {
                throw failed;
            }
            return answered(component, question);
        }
    }

    private <T> T answered(Component component, BiFunction<TrafficRouter, Component, T> question) {
        Routing found = routing(component);
        return question.apply(routers.get(found.kind()), component.routedBy(found));
    }
}
