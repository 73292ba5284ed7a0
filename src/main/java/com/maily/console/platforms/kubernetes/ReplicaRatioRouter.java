package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Splits traffic by how many pods of each track stand behind one Service: coarse, but it needs nothing installed. */
public final class ReplicaRatioRouter implements TrafficRouter {

    /**
     * On the canary while traffic is split: how many pods the two tracks share, so that the stable one finds back to its
     * number.
     */
    private static final String POOL = "maily.dev/pool";

    private final KubernetesConnection connection;
    private final Deployments deployments;

    public ReplicaRatioRouter(KubernetesConnection connection) {
        this.connection = connection;
        this.deployments = new Deployments(connection);
    }

    /** The two Deployments as they are now. */
    private record Pair(Deployment stable, Optional<Deployment> canary) {

        int canaryWanted() {
            return canary.map(Deployments::replicas).orElse(0);
        }

        int stableWanted() {
            return Deployments.replicas(stable);
        }

        int pool() {
            int noted = canary.map(each -> each.getMetadata().getAnnotations()).map(annotations -> annotations.get(POOL))
                    .filter(text -> text.matches("[1-9]\\d{0,5}")).map(Integer::parseInt).orElse(0);
            return noted > 0 ? noted : stableWanted() > 0 ? stableWanted() : canaryWanted();
        }

        Weight desired() {
            return Weight.ofShare(canaryWanted(), canaryWanted() + stableWanted());
        }

        Weight observed() {
            int canaryReady = canary.map(Pair::ready).orElse(0);
            return Weight.ofShare(canaryReady, canaryReady + ready(stable));
        }

        String why() {
            return desired().equals(observed()) ? "" : canary.map(Pair::ready).orElse(0) + " of " + canaryWanted()
                    + " canary pods and "
                    + ready(stable) + " of " + stableWanted() + " stable pods are ready.";
        }

        /** Whoever scaled the canary last; the stable one's replicas may belong to whoever applied it. */
        String writer() {
            return canary.map(each -> FieldOwner.of(Serialization.jsonMapper().valueToTree(each), "spec", "replicas")).orElse("");
        }

        private static int ready(Deployment deployment) {
            return Optional.ofNullable(deployment.getStatus()).map(status -> status.getReadyReplicas()).orElse(0);
        }
    }

    @Override
    public Traffic observe(Component component) {
        Pair pair = read(component);
        String version = pair.stable().getMetadata().getResourceVersion()
                + pair.canary().map(canary -> "/" + canary.getMetadata().getResourceVersion()).orElse("");
        return new Traffic(pair.desired(), pair.observed(), pair.why(), pair.writer(), version, connection.now());
    }

    @Override
    public Reach reach(Component component) {
        return reach(component, read(component).pool());
    }

    @Override
    public String set(Component component, Weight weight) {
        Pair pair = read(component);
        Reach.Only reach = reach(component, pair.pool());
        int canaryUnits = reach.weights().indexOf(weight);
        if (canaryUnits < 0) {
            throw new FailureException(new Failure.Rejected("Shifting " + component.name() + " failed",
                    weight + " is out of reach: " + reach.why(), "Choose one of "
                    + String.join(", ", reach.weights().stream().map(Weight::toString).toList()) + "."));
        }
        if (canaryUnits > 0 && pair.canary().isEmpty()) {
            throw new FailureException(new Failure.Missing("Shifting " + component.name() + " failed",
                    "There is no Deployment " + canary(component) + " to send traffic to.", "Deploy the canary first."));
        }
        scale(component, pair, canaryUnits);
        return commands(component, pair, canaryUnits);
    }

    @Override
    public String leaveCommand(Component component) {
        return commands(component, read(component), 0);
    }

    private String commands(Component component, Pair pair, int canaryUnits) {
        int stableUnits = pair.pool() - canaryUnits;
        return pair.canary().isEmpty() ? command(component.targetName(), stableUnits)
                : command(component.targetName(), stableUnits) + " && " + command(canary(component), canaryUnits);
    }

    /** Grows one side before it shrinks the other, so that no request meets fewer pods than before. */
    private void scale(Component component, Pair pair, int canaryUnits) {
        if (canaryUnits > 0) {
            note(component, pair, Integer.toString(pair.pool()));
        }
        boolean canaryGrows = canaryUnits >= pair.canaryWanted();
        if (canaryGrows) {
            scaleTo(pair.canary(), canaryUnits);
        }
        scaleTo(Optional.of(pair.stable()), pair.pool() - canaryUnits);
        if (!canaryGrows) {
            scaleTo(pair.canary(), canaryUnits);
        }
        if (canaryUnits == 0) {
            note(component, pair, "");
        }
    }

    private void scaleTo(Optional<Deployment> deployment, int units) {
        deployment.filter(each -> Deployments.replicas(each) != units)
                .ifPresent(each -> deployments.scale(each.getMetadata().getName(), units));
    }

    /** @param pool empty to remove the note */
    private void note(Component component, Pair pair, String pool) {
        String noted = pair.canary().map(canary -> canary.getMetadata().getAnnotations()).map(map -> map.get(POOL)).orElse("");
        if (pair.canary().isPresent() && !noted.equals(pool)) {
            Map<String, Object> annotation = new HashMap<>();
            annotation.put(POOL, pool.isEmpty() ? null : pool);
            deployments.annotate(canary(component), annotation);
        }
    }

    private static Reach.Only reach(Component component, int pool) {
        List<Weight> weights = IntStream.rangeClosed(0, Math.max(pool, 1)).mapToObj(i -> Weight.ofShare(i, Math.max(pool, 1)))
                .toList();
        return new Reach.Only(weights, component.name() + " has " + pool + (pool == 1 ? " pod" : " pods")
                + ", and each takes the same share of requests.");
    }

    private Pair read(Component component) {
        return new Pair(deployments.get(component.targetName()), deployments.find(canary(component)));
    }

    private String command(String name, int units) {
        return "kubectl -n " + connection.namespace() + " scale deployment/" + name + " --replicas=" + units;
    }

    private static String canary(Component component) {
        return CanaryDeployment.name(component.targetName());
    }
}
