package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Inspector;
import java.util.List;
import java.util.Locale;

/** Inspects, over a connection that fails now and then, what a rollback can do without: its silence is unknown, not bad. */
public record DispensableInspector(Inspector inner, Connection connection) implements Inspector {

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        try {
            return connection.read(() -> inner.inspect(inspection, components));
        } catch (FailureException problem) {
            if (problem.failure().retryable()) {
                return List.of(new Finding(connection.state().name().toLowerCase(Locale.ROOT), Finding.Result.UNKNOWN,
                        problem.failure().sentence()));
            }
            throw problem;
        }
    }
}
