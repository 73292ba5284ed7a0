package com.maily.console.sandbox.ports;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Permission;
import com.maily.console.core.port.Rights;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Accounts;
import com.maily.console.sandbox.cluster.Accounts.Rule;
import com.maily.console.sandbox.cluster.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What this machine's user may do in one namespace of the sandbox's cluster. */
public final class SandboxRights implements Rights {

    private static final String APPS = "apps";
    private static final String DEPLOYMENTS = "deployments";

    private final Cluster cluster;
    private final SandboxClock clock;
    private final String namespace;

    public SandboxRights(Cluster cluster, SandboxClock clock, String namespace) {
        this.cluster = cluster;
        this.clock = clock;
        this.namespace = namespace;
    }

    @Override
    public Permission may(Component component, Action action) {
        List<Rule> needed = new ArrayList<>(needed(action));
        if (action == Action.SHIFT) {
            needed.add(route(component.routing().kind()));
        }
        return decide(action.words() + " of " + component.name(), needed);
    }

    @Override
    public Permission may(Action action) {
        return decide(action.words(), needed(action));
    }

    @Override
    public Permission known(Component component, Action action) {
        return may(component, action);
    }

    private List<Rule> needed(Action action) {
        return switch (action) {
            case SET_IMAGE -> List.of(rule("patch", APPS, DEPLOYMENTS), rule("create", APPS, DEPLOYMENTS));
            case SCALE -> List.of(rule("patch", APPS, "deployments/scale"));
            case UNDO -> List.of(rule("patch", APPS, DEPLOYMENTS), rule("list", APPS, "replicasets"));
            case SHIFT -> List.of();
            case DELETE -> List.of(rule("delete", APPS, DEPLOYMENTS));
            case READ_PODS -> List.of(rule("list", "", "pods"), rule("watch", "", "pods"));
            case READ_LOGS -> List.of(rule("get", "", "pods/log"));
            case START_JOB -> List.of(rule("create", "batch", "jobs"));
            case LOCK -> List.of(rule("create", "coordination.k8s.io", "leases"),
                    rule("update", "coordination.k8s.io", "leases"));
        };
    }

    private Rule route(String kind) {
        return kind.equals(Routing.GATEWAY_API) ? rule("patch", "gateway.networking.k8s.io", "httproutes")
                : rule("patch", APPS, "deployments/scale");
    }

    private Rule rule(String verb, String group, String resource) {
        return new Rule(verb, group, resource, namespace);
    }

    private Permission decide(String what, List<Rule> needed) {
        String missing = needed.stream().filter(rule -> !cluster.accounts().may(Accounts.OWNER, rule))
                .map(rule -> rule.verb() + " " + rule.resource()).collect(Collectors.joining(", "));
        return missing.isEmpty() ? new Permission.Allowed(clock.instant())
                : new Permission.Denied(new Failure.Denied(what + " is off", "Our account may not " + missing + " in " + namespace
                        + ".", "Ask for " + missing + "."), clock.instant());
    }
}
