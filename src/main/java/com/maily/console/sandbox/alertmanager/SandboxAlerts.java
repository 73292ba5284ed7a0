package com.maily.console.sandbox.alertmanager;

import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Alerts;
import java.util.List;
import java.util.Optional;

/** The alerts of one of the sandbox's environments, in memory. */
public final class SandboxAlerts implements Alerts {

    private final AlertWorld world;
    private final String environment;

    public SandboxAlerts(AlertWorld world, String environment) {
        this.world = world;
        this.environment = environment;
    }

    @Override
    public String system() {
        return "Alertmanager";
    }

    @Override
    public List<Alert> active() {
        return world.alerts().stream().filter(alert -> environment.equals(alert.labels().get("environment"))).map(this::alert)
                .toList();
    }

    private Alert alert(RaisedAlert raised) {
        Alert.State state = world.mutedBy(raised).isEmpty() ? Alert.State.FIRING : Alert.State.MUTED;
        return new Alert(raised.fingerprint(), raised.labels().getOrDefault("alertname", ""), system(), state,
                raised.labels().getOrDefault("severity", ""), raised.labels().getOrDefault("component", ""), raised.summary(),
                raised.fires(), Optional.empty(), raised.labels());
    }
}
