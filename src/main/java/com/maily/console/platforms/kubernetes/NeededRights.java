package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Rights.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What our account needs for each thing people can ask for: what the adapters here really send, and nothing else. */
final class NeededRights {

    private static final Right SCALE = new Right("patch", "apps", "deployments", "scale");
    private static final Right CREATE = new Right("create", "apps", "deployments");
    private static final String LEASES = "coordination.k8s.io";
    private static final String ARGO = "argoproj.io";
    /** What each router writes, by {@link Routing#kind}; those that are only shown need no more than to be read. */
    private static final Map<String, List<Right>> ROUTES = Map.of(
            Routing.GATEWAY_API, List.of(new Right("patch", "gateway.networking.k8s.io", "httproutes")),
            Routing.REPLICA_RATIO, List.of(SCALE, new Right("patch", "apps", "deployments")),
            Routing.ISTIO, List.of(new Right("patch", "networking.istio.io", "virtualservices")),
            Routing.NGINX, List.of(new Right("patch", "networking.k8s.io", "ingresses")),
            Routing.ALB, List.of(new Right("patch", "networking.k8s.io", "ingresses")),
            Routing.TRAEFIK, List.of(new Right("patch", "traefik.io", "traefikservices")),
            Routing.ARGO_ROLLOUTS, List.of(new Right("patch", ARGO, "rollouts", "status")),
            Routing.FLAGGER, List.of(new Right("get", "flagger.app", "canaries")),
            Routing.SMI, List.of(new Right("get", "split.smi-spec.io", "trafficsplits")));

    private NeededRights() { }

    static List<Right> of(Component component, Action action) {
        Right change = change(component, "patch");
        return switch (action) {
            case SET_IMAGE -> besideStable(component) ? List.of(change, CREATE) : List.of(change);
            case SCALE -> List.of(SCALE);
            case UNDO -> undo(component, change);
            case SHIFT -> ROUTES.getOrDefault(component.routing().kind(), List.of());
            case DELETE -> List.of(change(component, "delete"));
            case READ_PODS, READ_LOGS, START_JOB, LOCK -> of(action);
        };
    }

    /** Whether it takes other rights where another kind of router moves the traffic. */
    static boolean dependOnRouter(Action action) {
        return switch (action) {
            case SET_IMAGE, SHIFT -> true;
            case SCALE, UNDO, DELETE, READ_PODS, READ_LOGS, START_JOB, LOCK -> false;
        };
    }

    /** Whether its canary is a Deployment of its own, which is created when missing. */
    private static boolean besideStable(Component component) {
        return component.routing().canSplit() && !component.routing().kind().equals(Routing.ARGO_ROLLOUTS);
    }

    private static List<Right> undo(Component component, Right change) {
        List<Right> rights = new ArrayList<>(List.of(change));
        rights.add(switch (kind(component)) {
            case "statefulset", "daemonset" -> new Right("list", "apps", "controllerrevisions");
            default -> new Right("list", "apps", "replicasets");
        });
        return rights;
    }

    private static Right change(Component component, String verb) {
        return switch (kind(component)) {
            case "statefulset" -> new Right(verb, "apps", "statefulsets");
            case "daemonset" -> new Right(verb, "apps", "daemonsets");
            case "rollout" -> new Right(verb, ARGO, "rollouts");
            default -> new Right(verb, "apps", "deployments");
        };
    }

    private static String kind(Component component) {
        int slash = component.target().indexOf('/');
        return slash < 0 ? "" : component.target().substring(0, slash);
    }

    static List<Right> of(Action action) {
        return switch (action) {
            case READ_PODS -> List.of(new Right("list", "", "pods"), new Right("watch", "", "pods"));
            case READ_LOGS -> List.of(new Right("get", "", "pods", "log"));
            case START_JOB -> List.of(new Right("create", "batch", "jobs"), new Right("get", "batch", "jobs"));
            case LOCK -> List.of(new Right("get", LEASES, "leases"), new Right("create", LEASES, "leases"),
                    new Right("update", LEASES, "leases"));
            case SET_IMAGE, SCALE, UNDO, DELETE -> List.of(new Right("patch", "apps", "deployments"));
            case SHIFT -> List.of();
        };
    }
}
