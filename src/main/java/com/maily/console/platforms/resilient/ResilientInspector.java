package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Inspector;
import java.util.List;

/**
 * An inspector over a connection that fails now and then; that it fails is what an inspection of connections is there to find.
 */
public record ResilientInspector(Inspector inner, Connection connection) implements Inspector {

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        try {
            return connection.read(() -> inner.inspect(inspection, components));
        } catch (FailureException e) {
            if (inspection != Inspection.CONNECTIONS) {
                throw e;
            }
            return List.of(new Finding(connection.state().name().toLowerCase(java.util.Locale.ROOT), Finding.Result.BAD,
                    e.failure().sentence()));
        }
    }
}
