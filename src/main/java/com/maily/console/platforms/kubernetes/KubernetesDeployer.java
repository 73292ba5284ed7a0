package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Caution;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes workloads run images, each kind in its own way; the component's target says which kind it is. */
public final class KubernetesDeployer implements Deployer {

    private final Map<String, Deployer> kinds;

    public KubernetesDeployer(KubernetesConnection connection) {
        this.kinds = Map.of("deployment", new DeploymentDeployer(connection),
                "statefulset", new RevisionedDeployer(connection, RevisionedKind.STATEFUL_SET),
                "daemonset", new RevisionedDeployer(connection, RevisionedKind.DAEMON_SET),
                "rollout", new RolloutDeployer(connection));
    }

    @Override
    public Workload observe(Component component, Track track) {
        return of(component).observe(component, track);
    }

    @Override
    public String deploy(Component component, Track track, Artifact artifact) {
        return of(component).deploy(component, track, artifact);
    }

    @Override
    public String scale(Component component, Track track, int units) {
        return of(component).scale(component, track, units);
    }

    @Override
    public List<Revision> history(Component component) {
        return of(component).history(component);
    }

    @Override
    public String undo(Component component, Revision to) {
        return of(component).undo(component, to);
    }

    @Override
    public List<Caution> cautions(Component component, Revision to) {
        return of(component).cautions(component, to);
    }

    @Override
    public String undoCommand(Component component, Revision to) {
        return of(component).undoCommand(component, to);
    }

    private Deployer of(Component component) {
        Deployer deployer = kinds.get(component.targetKind());
        if (deployer == null) {
            throw new FailureException(new Failure.Rejected("Reaching " + component.name() + " failed",
                    "Kubernetes has no workload of the kind '" + component.targetKind() + "'.",
                    "Use one of " + String.join(", ", new TreeSet<>(kinds.keySet())) + " in the component's target."));
        }
        return deployer;
    }
}
