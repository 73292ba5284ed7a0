package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Traffic by the number of pods on each track behind one Service. */
final class RatioSplit implements TrafficRouter {

    /** On the canary while traffic is split: how many pods both tracks share. */
    private static final String POOL = "maily.dev/pool";

    private final Place place;

    RatioSplit(Place place) {
        this.place = place;
    }

    @Override
    public Traffic observe(Component component) {
        return place.clock().locked(() -> {
            ObjectNode stable = place.deployment(component.targetName());
            Optional<ObjectNode> canary = canary(component);
            int wanted = canary.map(Read::replicas).orElse(0);
            int ready = canary.map(Read::ready).orElse(0);
            Weight desired = Weight.ofShare(wanted, wanted + Read.replicas(stable));
            Weight observed = Weight.ofShare(ready, ready + Read.ready(stable));
            String why = desired.equals(observed) ? "" : ready + " of " + wanted + " canary pods and " + Read.ready(stable)
                    + " of "
                    + Read.replicas(stable) + " stable pods are ready.";
            String writer = canary.map(each -> Read.owner(each, "spec", "replicas")).orElse("");
            return new Traffic(desired, observed, why, writer, Read.text(stable, "metadata", "resourceVersion"), place.now());
        });
    }

    @Override
    public Reach reach(Component component) {
        return place.clock().locked(() -> only(component, pool(component)));
    }

    @Override
    public String set(Component component, Weight weight) {
        return place.clock().locked(() -> {
            int pool = pool(component);
            Reach.Only reach = only(component, pool);
            int units = reach.weights().indexOf(weight);
            if (units < 0) {
                throw new FailureException(new Failure.Rejected("Shifting " + component.name() + " failed",
                        weight + " is out of reach: " + reach.why(), "Choose one of "
                        + String.join(", ", reach.weights().stream().map(Weight::toString).toList()) + "."));
            }
            if (units > 0 && canary(component).isEmpty()) {
                throw new FailureException(new Failure.Missing("Shifting " + component.name() + " failed",
                        "There is no canary to send traffic to.", "Deploy the canary first."));
            }
            return scale(component, pool, units);
        });
    }

    private String scale(Component component, int pool, int units) {
        String stable = component.targetName();
        String command = place.kubectl("scale deployment/" + stable + " --replicas=" + (pool - units));
        if (Read.replicas(place.deployment(stable)) != pool - units) {
            place.scale(stable, pool - units);
        }
        if (canary(component).isEmpty()) {
            return command;
        }
        String name = stable + "-canary";
        note(name, units == 0 ? "null" : "\"" + pool + "\"");
        if (canary(component).map(Read::replicas).orElse(0) != units) {
            place.scale(name, units);
        }
        return command + " && " + place.kubectl("scale deployment/" + name + " --replicas=" + units);
    }

    private void note(String canary, String pool) {
        place.patch(Kinds.DEPLOYMENTS, canary, "", PatchKind.MERGE,
                Read.parse("{\"metadata\":{\"annotations\":{\"" + POOL + "\":" + pool + "}}}"));
    }

    private int pool(Component component) {
        Optional<ObjectNode> canary = canary(component);
        int noted = canary.map(each -> Read.annotation(each, POOL)).filter(text -> !text.isEmpty()).map(Integer::parseInt)
                .orElse(0);
        int stable = Read.replicas(place.deployment(component.targetName()));
        return noted > 0 ? noted : stable > 0 ? stable : canary.map(Read::replicas).orElse(0);
    }

    private static Reach.Only only(Component component, int pool) {
        int pods = Math.max(1, pool);
        List<Weight> weights = IntStream.rangeClosed(0, pods).mapToObj(i -> Weight.ofShare(i, pods)).toList();
        return new Reach.Only(weights, component.name() + " has " + pool + (pool == 1 ? " pod" : " pods")
                + ", and each takes the same share of requests.");
    }

    private Optional<ObjectNode> canary(Component component) {
        return place.find(Kinds.DEPLOYMENTS, component.targetName() + "-canary");
    }
}
