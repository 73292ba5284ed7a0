package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.LastShares;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What routers have in common whose weights stand in one object of the cluster, written with one JSON Patch. */
abstract class SplitRouter implements TrafficRouter {

    private final KubernetesConnection connection;
    private final RoutedObject objects;
    private final Deployments deployments;
    private final LastShares shares = new LastShares();

    SplitRouter(KubernetesConnection connection, String apiVersion, String kind) {
        this.connection = connection;
        this.objects = new RoutedObject(connection, apiVersion, kind);
        this.deployments = new Deployments(connection);
    }

    /** @throws FailureException {@code Rejected} when the object does not split this component's traffic */
    abstract Split split(Component component, JsonNode object);

    /** Where in the object the weight stands. */
    abstract String[] weightField(Component component, JsonNode object);

    /** Why a share other than zero cannot be in effect, before anything is written; empty when nothing is known against it. */
    String missing(Component component, JsonNode object) {
        return "";
    }

    /** Why what is written is not in effect yet, in the words of whoever carries it out; empty when it says nothing of it. */
    String pending(JsonNode object) {
        return "";
    }

    /** What nobody can tell of a weight that is written. */
    abstract String untold(JsonNode object);

    String objectName(Component component) {
        return component.routing().name();
    }

    @Override
    public Traffic observe(Component component) {
        JsonNode object = read(component);
        Weight desired = split(component, object).canaryShare();
        String obstacle = obstacle(component, object, desired);
        Weight observed = shares.observed(component, desired, obstacle.isEmpty());
        String why = obstacle.isEmpty() && !desired.isZero() ? untold(object) : obstacle;
        return new Traffic(desired, observed, why, FieldOwner.of(object, weightField(component, object)),
                RoutedObject.version(object),
                connection.now());
    }

    @Override
    public Reach reach(Component component) {
        return split(component, read(component)).reach();
    }

    @Override
    public String set(Component component, Weight weight) {
        JsonNode object = read(component);
        Split split = split(component, object);
        check(component, object, split, weight);
        String patch = patch(object, split, weight);
        if (!split.isAt(weight)) {
            objects.patch(objectName(component), patch, RoutedObject.version(object), weightField(component, object));
        }
        return objects.command(objectName(component), patch);
    }

    @Override
    public String leaveCommand(Component component) {
        JsonNode object = read(component);
        return objects.command(objectName(component), patch(object, split(component, object), Weight.ZERO));
    }

    /** It carries the version it was computed from, so that the server refuses it when anybody wrote in between. */
    static String patch(JsonNode object, Split split, Weight weight) {
        List<Map<String, Object>> operations = new ArrayList<>();
        operations.add(Split.operation("replace", "/metadata/resourceVersion", RoutedObject.version(object)));
        operations.addAll(split.changes(weight.basisPoints() / 100));
        return Serialization.asJson(operations);
    }

    /** Whether an object splits the component's traffic at all. */
    final boolean splits(Component component, JsonNode object) {
        try {
            split(component, object);
            return true;
        } catch (FailureException _) {
            return false;
        }
    }

    final RoutedObject objects() {
        return objects;
    }

    static String canary(Component component) {
        return CanaryDeployment.name(component.targetName());
    }

    final FailureException notSplit(Component component, String why, String advice) {
        return new FailureException(new Failure.Rejected("Reading the weights of " + objects.label(objectName(component))
                + " failed",
                why, advice));
    }

    private void check(Component component, JsonNode object, Split split, Weight weight) {
        boolean whole = weight.basisPoints() % 100 == 0;
        String against = !whole ? weight + " is not a whole percentage." : switch (split.reach()) {
            case Reach.AnyPercent _ -> "";
            case Reach.Only only -> only.weights().contains(weight) ? "" : weight + " is out of reach: " + only.why();
        };
        String possible = split.reach() instanceof Reach.Only only ? "Choose one of " + Words.weights(only.weights()) + "."
                : "Choose a whole percentage from 0 to 100.";
        if (!against.isEmpty()) {
            throw rejected(component, against, possible);
        }
        owner(object).ifPresent(owner -> {
            throw rejected(component, "Flagger's Canary " + owner + " moves these weights by itself.",
                    "Set the component's routing to flagger, or take the Canary away.");
        });
        String missing = weight.isZero() ? "" : missing(component, object);
        if (!missing.isEmpty()) {
            throw rejected(component, missing, "Add it first; weight 0 can always be set.");
        }
    }

    private static FailureException rejected(Component component, String why, String advice) {
        return new FailureException(new Failure.Rejected("Shifting " + component.name() + " failed", why, advice));
    }

    /** Flagger owns the routes it makes, and writes them again at its next look. */
    private static Optional<String> owner(JsonNode object) {
        return StreamSupport.stream(object.path("metadata").path("ownerReferences").spliterator(), false)
                .filter(owner -> owner.path("kind").asText().equals("Canary")
                        && owner.path("apiVersion").asText().startsWith("flagger.app/"))
                .map(owner -> owner.path("name").asText()).findFirst();
    }

    private String obstacle(Component component, JsonNode object, Weight desired) {
        String pending = pending(object);
        if (!pending.isEmpty() || desired.isZero()) {
            return pending;
        }
        String missing = missing(component, object);
        if (!missing.isEmpty()) {
            return missing;
        }
        boolean ready = deployments.find(canary(component)).map(each -> each.getStatus())
                .map(status -> Optional.ofNullable(status.getReadyReplicas()).orElse(0) > 0).orElse(false);
        return ready ? "" : "No canary pod is ready, so its share of requests is answered with errors.";
    }

    private JsonNode read(Component component) {
        return objects.get(objectName(component));
    }
}
