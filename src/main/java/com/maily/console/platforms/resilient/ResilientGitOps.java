package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.GitOpsState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A GitOps controller over a connection that fails now and then. */
public record ResilientGitOps(GitOps inner, Connection connection) implements GitOps {

    @Override
    public Map<String, GitOpsState> observe(List<Component> components) {
        return connection.read(() -> inner.observe(components));
    }

    @Override
    public Optional<Artifact> artifactAt(Component component, String application, String revision) {
        return connection.read(() -> inner.artifactAt(component, application, revision));
    }

    @Override
    public String pauseAutoSync(String application, String why) {
        return connection.write(() -> inner.pauseAutoSync(application, why));
    }

    @Override
    public String restoreAutoSync(String application, GitOpsState.AutoSync was) {
        return connection.write(() -> inner.restoreAutoSync(application, was));
    }

    @Override
    public String rollBack(String application, long entry) {
        return connection.write(() -> inner.rollBack(application, entry));
    }

    @Override
    public String sync(String application) {
        return connection.write(() -> inner.sync(application));
    }

    @Override
    public String terminate(String application) {
        return connection.write(() -> inner.terminate(application));
    }
}
