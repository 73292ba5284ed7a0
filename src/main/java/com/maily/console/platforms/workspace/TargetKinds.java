package com.maily.console.platforms.workspace;

import com.maily.console.core.model.Routing;
import java.util.List;
import java.util.Optional;

/** What a component on Kubernetes may be: the kinds of workload, and which ways of splitting traffic go with each. */
final class TargetKinds {

    private static final String ROLLOUT = "rollout/";
    private static final List<String> KINDS = List.of("deployment", "statefulset", "daemonset", "rollout");

    private TargetKinds() { }

    static Optional<String> read(Field field, String platform) {
        return field.text().filter(target -> {
            boolean fits = !platform.equals(Connection.KUBERNETES.key())
                    || target.matches("(" + String.join("|", KINDS) + ")/[a-z0-9]([-a-z0-9.]*[a-z0-9])?");
            if (!fits) {
                field.expected("deployment/NAME, statefulset/NAME, daemonset/NAME or rollout/NAME in lower case");
            }
            return fits;
        });
    }

    /** A Rollout splits its traffic itself, whether or not the file says so. */
    static Routing usual(String target) {
        return target.startsWith(ROLLOUT) ? new Routing(Routing.ARGO_ROLLOUTS, target.substring(ROLLOUT.length()))
                : Routing.PLAIN;
    }

    /** Notes what does not go together. */
    static void check(Field field, Routing routing, String target) {
        boolean steps = routing.kind().equals(Routing.ARGO_ROLLOUTS);
        if (target.startsWith(ROLLOUT) && !routing.equals(usual(target))) {
            field.wrong("is " + said(routing) + ", but " + target
                    + " splits its traffic itself; expected argo-rollouts with the name "
                    + usual(target).name() + ", or no routing");
        } else if (target.startsWith("deployment/") && steps) {
            field.wrong("is argo-rollouts, but the target is " + target + "; expected the target rollout/" + routing.name());
        } else if ((target.startsWith("statefulset/") || target.startsWith("daemonset/")) && routing.canSplit()) {
            field.wrong("is " + said(routing) + ", but " + target + " has no canary to send traffic to; expected no routing");
        }
    }

    private static String said(Routing routing) {
        return routing.name().isEmpty() ? routing.kind() : routing.kind() + " " + routing.name();
    }
}
