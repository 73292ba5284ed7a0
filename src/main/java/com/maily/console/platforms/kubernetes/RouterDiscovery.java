package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what splits a component's traffic from what refers to its Services. Whatever moves weights by itself comes first, since
 * it owns the
 * routes it writes. Kinds that are not installed are passed over; kinds we may not list are not, since one of them may be the
 * owner.
 */
final class RouterDiscovery {

    private static final String BOTH = "Service %s and Service %s";

    private final KubernetesConnection connection;
    private final List<Source> owners;
    private final List<Source> routes;

    /**
     * @param names what the routing would be called for one object; @param splits whether that one splits the component's traffic
     */
    private record Source(String kind, RoutedObject objects, Function<JsonNode, List<String>> names, BiPredicate<Component,
            JsonNode> splits) {

        Stream<Found> look(Component component) {
            return objects.all().stream().flatMap(object -> names.apply(object).stream()
                    .map(name -> new Found(new Routing(kind, name),
                    objects.kind() + " " + name, splits.test(component.routedBy(new Routing(kind, name)), object),
                    Mentions.any(object, component.targetName()))));
        }
    }

    /** @param mentioned whether it has to do with the component at all */
    private record Found(Routing routing, String label, boolean splits, boolean mentioned) { }

    RouterDiscovery(KubernetesConnection connection) {
        this.connection = connection;
        this.owners = List.of(
                owner(Routing.ARGO_ROLLOUTS, "argoproj.io/v1alpha1", "Rollout", RouterDiscovery::ownsByRollout),
                owner(Routing.FLAGGER, "flagger.app/v1beta1", "Canary",
                        (component, canary) -> canary.at("/spec/targetRef/name").asText().equals(component.targetName())),
                owner(Routing.SMI, "split.smi-spec.io/v1alpha4", "TrafficSplit",
                        (component, split) -> split.at("/spec/backends").findValuesAsText("service")
                        .containsAll(services(component))));
        this.routes = List.of(route(Routing.GATEWAY_API, new HttpRouteRouter(connection)),
                route(Routing.ISTIO, new IstioRouter(connection)),
                route(Routing.TRAEFIK, new TraefikRouter(connection)), route(Routing.NGINX, new NginxRouter(connection)),
                actions(new AlbRouter(connection)));
    }

    /** @throws FailureException that lists what was found when it is not exactly one */
    Routing find(Component component) {
        List<Found> owning = look(owners, component);
        List<Found> split = splitting(owning);
        if (split.isEmpty()) {
            List<Found> routing = look(routes, component);
            split = splitting(routing);
            if (split.isEmpty()) {
                throw none(component, Stream.concat(owning.stream(), routing.stream()).filter(Found::mentioned).toList());
            }
        }
        if (split.size() > 1) {
            throw several(component, split);
        }
        return split.getFirst().routing();
    }

    private static List<Found> look(List<Source> sources, Component component) {
        return sources.stream().flatMap(source -> source.look(component)).toList();
    }

    private static List<Found> splitting(List<Found> found) {
        return found.stream().filter(Found::splits).toList();
    }

    private FailureException none(Component component, List<Found> near) {
        List<String> services = services(component);
        String there = near.isEmpty() ? "nothing refers to either" : "only " + labels(near) + " has to do with one of them";
        return new FailureException(new Failure.Missing("Finding the router of " + component.name() + " failed",
                "Nothing in namespace " + connection.namespace() + " splits traffic between " + BOTH.formatted(services.get(0),
                services.get(1))
                        + "; " + there + ".", "Add the second Service to the route, or name the router in the workspace file."));
    }

    private static FailureException several(Component component, List<Found> found) {
        return new FailureException(new Failure.Rejected("Finding the router of " + component.name() + " failed",
                "Its traffic is split by " + found.size() + ": " + labels(found) + ".", "Name one of them in the workspace file: "
                + found.stream().map(each -> "kind: " + each.routing().kind() + ", name: " + each.routing().name())
                        .collect(Collectors.joining(" or ")) + "."));
    }

    private static String labels(List<Found> found) {
        return found.stream().map(Found::label).distinct().collect(Collectors.joining(", "));
    }

    private Source owner(String kind, String apiVersion, String name, BiPredicate<Component, JsonNode> owns) {
        return new Source(kind, new RoutedObject(connection, apiVersion, name), object -> List.of(RoutedObject.name(object)),
                owns);
    }

    private static Source route(String kind, SplitRouter router) {
        return new Source(kind, router.objects(), object -> List.of(RoutedObject.name(object)), router::splits);
    }

    /** Each action of an Ingress is one of its own. */
    private static Source actions(AlbRouter router) {
        return new Source(Routing.ALB, router.objects(), ingress -> ingress.at("/metadata/annotations").properties().stream()
                .map(Map.Entry::getKey).filter(key -> key.startsWith(AlbRouter.PREFIX))
                .map(key -> RoutedObject.name(ingress) + "/" + key.substring(AlbRouter.PREFIX.length())).toList(),
                router::splits);
    }

    private static boolean ownsByRollout(Component component, JsonNode rollout) {
        JsonNode canary = rollout.at("/spec/strategy/canary");
        return !canary.isMissingNode() && (RoutedObject.name(rollout).equals(component.targetName())
                || rollout.at("/spec/workloadRef/name").asText().equals(component.targetName())
                || services(component).equals(List.of(canary.path("stableService").asText(), canary.path("canaryService")
                .asText())));
    }

    private static List<String> services(Component component) {
        return List.of(component.targetName(), CanaryDeployment.name(component.targetName()));
    }
}
