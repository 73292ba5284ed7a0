package com.maily.console.platforms.argocd;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Inspector;
import java.util.List;

/** Whether Argo CD lets us in, and lets us do what a run needs: pause (update) and roll back or sync (sync). */
public final class ArgoCdInspector implements Inspector {

    private static final String SUBJECT = "argo cd";

    private final ArgoCdClient client;
    private final Applications names;

    public ArgoCdInspector(ArgoCdClient client, Applications names) {
        this.client = client;
        this.names = names;
    }

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        return switch (inspection) {
            case CONNECTIONS -> connection(components);
            case INFRASTRUCTURE, DEPENDENCIES, LIMITS_AND_PROBES, NETWORK_POLICIES, METRICS_ARRIVE, TRACING -> List.of();
        };
    }

    private List<Finding> connection(List<Component> components) {
        String user = client.user();
        if (user.isEmpty()) {
            return List.of(new Finding(SUBJECT, Finding.Result.BAD, "Argo CD does not know the token. Renew it."));
        }
        List<Application> ours = client.applications().stream().filter(application -> components.stream()
                .anyMatch(component -> names.mayOwn(component, application))).toList();
        List<String> lacking = ours.stream().flatMap(application -> List.of("update", "sync").stream()
                .filter(action -> !client.may(action, application)).map(action -> action + " " + application.project() + "/"
                        + application.name())).toList();
        // Only what would undo our changes must be paused; a missing right elsewhere stops nothing.
        boolean stops = ours.stream().anyMatch(application -> application.autoSync().on() && !client.may("update", application));
        return List.of(lacking.isEmpty() ? new Finding(SUBJECT, Finding.Result.GOOD, "Argo CD answers " + user
                + ", who may pause, "
                + "sync and roll back " + ours.size() + (ours.size() == 1 ? " application." : " applications."))
                : new Finding(SUBJECT, stops ? Finding.Result.BAD : Finding.Result.GOOD, "Argo CD answers " + user
                        + ", who lacks: " + String.join(", ", lacking) + "."));
    }
}
