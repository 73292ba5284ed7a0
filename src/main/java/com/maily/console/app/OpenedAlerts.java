package com.maily.console.app;

import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Alerts;
import java.util.List;
import java.util.function.Function;

/**
 * A monitoring system's alerts, also when it could not be opened: then it is there to say why, so that its silence is not taken
 * for "no alerts".
 */
record OpenedAlerts<T>(String system, Opened<T> opened, Function<T, Alerts> port) implements Alerts {

    @Override
    public List<Alert> active() {
        return port.apply(opened.orThrow()).active();
    }
}
