package com.maily.console.sandbox.argocd;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An Argo CD with one application per component and environment, each keeping one Deployment of the sandbox's cluster. */
public final class ArgoWorld {

    private static final String OURS = "ghcr.io/maily/";
    private static final Duration FIRST = Duration.ofDays(14);
    private static final Duration SECOND = Duration.ofDays(5);

    private final SandboxClock clock;
    private final Cluster cluster;
    private final Map<String, ArgoApplication> applications = new LinkedHashMap<>();
    private final Set<String> denied = new TreeSet<>();
    private boolean down;

    private ArgoWorld(SandboxClock clock, Cluster cluster) {
        this.clock = clock;
        this.cluster = cluster;
    }

    /**
     * Finds the components in the cluster and knows them in Git as they run, and as they ran before.
     *
     * @param namespaces by environment
     * @param selfHeals  whether every application is kept as Git says by itself; otherwise only when somebody asks
     */
    public static ArgoWorld create(SandboxClock clock, Cluster cluster, Map<String, String> namespaces, String previous,
                                   boolean selfHeals) {
        ArgoWorld world = new ArgoWorld(clock, cluster);
        clock.locked(() -> namespaces.keySet().stream().sorted().forEach(environment -> world.found(environment,
                namespaces.get(environment), previous, selfHeals)));
        return world;
    }

    private void found(String environment, String namespace, String previous, boolean selfHeals) {
        Map<String, ArgoApplication> byObject = new LinkedHashMap<>();
        for (ObjectNode deployment : cluster.list(Kinds.DEPLOYMENTS, namespace, "maily.dev/track=stable")) {
            String image = deployment.at("/spec/template/spec/containers/0/image").asText();
            if (image.startsWith(OURS)) {
                String component = deployment.path("metadata").path("labels").path("maily.dev/component").asText();
                String name = deployment.at("/metadata/name").asText();
                byObject.put(name, application(component + "-" + environment, namespace, name, image, previous, selfHeals));
            }
        }
        cluster.watch(Kinds.DEPLOYMENTS, namespace, change -> {
            ArgoApplication concerned = byObject.get(change.object().at("/metadata/name").asText());
            if (concerned != null) {
                concerned.noticeSoon();
            }
        });
    }

    private ArgoApplication application(String name, String namespace, String deployment, String image, String previous,
                                        boolean selfHeals) {
        ArgoApplication application = new ArgoApplication(clock, new Workload(cluster, name, namespace, deployment));
        application.deployed(image.replaceFirst(":[^:]*$", ":" + previous), clock.instant().minus(FIRST));
        application.deployed(image, clock.instant().minus(SECOND));
        if (selfHeals) {
            application.automate(JsonNodeFactory.instance.objectNode().put("prune", true).put("selfHeal", true));
        }
        applications.put(name, application);
        return application;
    }

    public List<String> names() {
        return clock.locked(() -> List.copyOf(applications.keySet()));
    }

    /** Somebody pushes a commit that wants {@code version} of an application. */
    public void commit(String application, String version) {
        clock.locked(() -> {
            ArgoApplication one = required(application);
            one.commit(one.head().image().replaceFirst(":[^:]*$", ":" + version), "");
        });
    }

    /** Somebody pushes a commit the cluster refuses. */
    public void commitBroken(String application, String trouble) {
        clock.locked(() -> required(application).commit(required(application).head().image(), trouble));
    }

    /** Switches automatic syncing off, or on with self-heal, as somebody in Argo CD's own screen would. */
    public void automate(String application, boolean on) {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        policy.putObject("spec").putObject("syncPolicy").set("automated", on
                ? JsonNodeFactory.instance.objectNode().put("prune", true).put("selfHeal", true)
                : JsonNodeFactory.instance.nullNode());
        clock.locked(() -> required(application).patch(policy));
    }

    public void closeWindow(String application, boolean closed) {
        clock.locked(() -> required(application).window(closed));
    }

    /** What it says of an application is no longer renewed. */
    public void stale(String application, boolean on) {
        clock.locked(() -> required(application).stale(on));
    }

    /** Takes a right from the one user there is: {@code sync}, {@code update}. */
    public void deny(String action) {
        clock.locked(() -> denied.add(action));
    }

    public void down(boolean now) {
        clock.locked(() -> {
            down = now;
        });
    }

    boolean isDown() {
        return down;
    }

    boolean may(String action) {
        return !denied.contains(action);
    }

    Cluster cluster() {
        return cluster;
    }

    SandboxClock clock() {
        return clock;
    }

    Collection<ArgoApplication> applications() {
        return new ArrayList<>(applications.values());
    }

    ArgoApplication required(String name) {
        ArgoApplication found = applications.get(name);
        if (found == null) {
            throw ArgoRefusal.missing(name);
        }
        return found;
    }
}
