package com.maily.console.core.port;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The controller that makes one environment be what Git says (Argo CD). Whoever changes what it owns must tell it first, or it
 * undoes the change. Writes return when they are accepted; {@link #observe} tells what came of them. Each is idempotent: asked
 * for what already is, it sends nothing and answers with an empty command.
 */
public interface GitOps {

    /** What it says of those of the components it owns, by component name. One it does not own is absent. */
    Map<String, GitOpsState> observe(List<Component> components);

    default Optional<GitOpsState> observe(Component component) {
        return Optional.ofNullable(observe(List.of(component)).get(component.name()));
    }

    /** What Git wanted of the component at a revision of its history; empty when that can't be told. */
    Optional<Artifact> artifactAt(Component component, String application, String revision);

    /**
     * Switches automatic syncing off, and notes on the application what it was and why.
     *
     * @return the equivalent command
     */
    String pauseAutoSync(String application, String why);

    /** Makes automatic syncing exactly what it was. The controller then makes everything be what Git says. */
    String restoreAutoSync(String application, GitOpsState.AutoSync was);

    /** Applies the state of a history entry. Refused while automatic syncing is on. */
    String rollBack(String application, long entry);

    /** Applies what Git says now. */
    String sync(String application);

    /** Stops the operation that runs. */
    String terminate(String application);
}
