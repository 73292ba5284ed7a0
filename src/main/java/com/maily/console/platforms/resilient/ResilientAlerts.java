package com.maily.console.platforms.resilient;

import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Alerts;
import java.util.List;

/** What a monitoring system says is wrong, over a connection that fails now and then. */
public record ResilientAlerts(Alerts inner, Connection connection) implements Alerts {

    @Override
    public String system() {
        return inner.system();
    }

    @Override
    public List<Alert> active() {
        return connection.read(inner::active);
    }
}
