package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Objective;
import com.maily.console.core.port.MonitorSetUp;
import java.util.List;

/** The set-up of monitors over a connection that fails now and then. */
public record ResilientMonitorSetUp(MonitorSetUp inner, Connection connection) implements MonitorSetUp {

    @Override
    public String system() {
        return inner.system();
    }

    @Override
    public List<Wanted> plan(List<Objective> objectives) {
        return connection.read(() -> inner.plan(objectives));
    }

    @Override
    public String create(Wanted missing) {
        return connection.write(() -> inner.create(missing));
    }
}
