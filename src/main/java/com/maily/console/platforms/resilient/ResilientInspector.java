package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Inspector;
import java.util.List;

/** An inspector over a connection that fails now and then. */
public record ResilientInspector(Inspector inner, Connection connection) implements Inspector {

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        return connection.read(() -> inner.inspect(inspection, components));
    }
}
