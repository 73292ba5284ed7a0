package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Component;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.WorkloadFacts;

/** Facts over a connection that fails now and then. */
public record ResilientFacts(Facts inner, Connection connection) implements Facts {

    @Override
    public WorkloadFacts of(Component component) {
        return connection.read(() -> inner.of(component));
    }
}
