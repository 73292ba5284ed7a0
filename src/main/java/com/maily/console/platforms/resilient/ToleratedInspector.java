package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Inspector;
import java.util.List;

/**
 * Inspects a tool that no deployment needs: one that is away has nothing to tell, so that it holds no step; its lamp says that it
 * is away.
 */
public record ToleratedInspector(Inspector inner, Connection connection) implements Inspector {

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        try {
            return connection.once(() -> inner.inspect(inspection, components));
        } catch (FailureException noted) {
            return List.of(); // The connection has noted it.
        }
    }
}
