package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.Caution;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import java.util.List;

/** A deployer over a connection that fails now and then. */
public record ResilientDeployer(Deployer inner, Connection connection) implements Deployer {

    @Override
    public Workload observe(Component component, Track track) {
        return connection.read(() -> inner.observe(component, track));
    }

    @Override
    public String deploy(Component component, Track track, Artifact artifact) {
        return connection.write(() -> inner.deploy(component, track, artifact));
    }

    @Override
    public String scale(Component component, Track track, int units) {
        return connection.write(() -> inner.scale(component, track, units));
    }

    @Override
    public List<Revision> history(Component component) {
        return connection.read(() -> inner.history(component));
    }

    @Override
    public String undo(Component component, Revision to) {
        return connection.write(() -> inner.undo(component, to));
    }

    @Override
    public List<Caution> cautions(Component component, Revision to) {
        return connection.read(() -> inner.cautions(component, to));
    }

    @Override
    public String undoCommand(Component component, Revision to) {
        return connection.read(() -> inner.undoCommand(component, to));
    }
}
