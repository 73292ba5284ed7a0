package com.maily.console.desktop;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.port.Permission;
import com.maily.console.core.port.Rights;
import java.util.Set;

/** An account that may do everything but this. Refuses to be asked on the JavaFX thread. */
public record Denying(Set<Rights.Action> off, String missing) implements Rights {

    @Override
    public Permission may(Component component, Action action) {
        if (javafx.application.Platform.isFxApplicationThread()) {
            throw new IllegalStateException("A platform was asked on the JavaFX thread.");
        }
        return off.contains(action) ? new Permission.Denied(new Failure.Denied(action.words() + " of " + component.name() + " is off",
                "Our account may not " + missing + " in maily.", "Ask for " + missing + "."), Story.NOW) : new Permission.Allowed(Story.NOW);
    }

    @Override
    public Permission may(Action action) {
        return new Permission.Allowed(Story.NOW);
    }

    @Override
    public Permission known(Component component, Action action) {
        return may(component, action);
    }
}
