package com.maily.console.app;

import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Alerts;
import java.util.List;
import java.util.function.Supplier;

/**
 * Alerts of a system that may not have been opened: it is there to say why, so that its silence is not taken for "no alerts".
 *
 * @param real throws why it could not be opened
 */
record AskedAlerts(String system, Supplier<Alerts> real) implements Alerts {

    @Override
    public List<Alert> active() {
        return real.get().active();
    }
}
