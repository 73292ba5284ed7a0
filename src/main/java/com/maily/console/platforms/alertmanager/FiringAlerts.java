package com.maily.console.platforms.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Alerts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an Alertmanager holds for one environment. It knows no pending alerts: those are still Prometheus' own. */
public final class FiringAlerts implements Alerts {

    private final AlertmanagerClient client;
    private final Scope scope;

    public FiringAlerts(AlertmanagerClient client, Scope scope) {
        this.client = client;
        this.scope = scope;
    }

    @Override
    public String system() {
        return "Alertmanager";
    }

    @Override
    public List<Alert> active() {
        return client.alerts(scope.matchers()).stream().map(this::alert).toList();
    }

    private Alert alert(JsonNode json) {
        Map<String, String> labels = texts(json.path("labels"));
        Map<String, String> annotations = texts(json.path("annotations"));
        return new Alert(json.path("fingerprint").asText(""), labels.getOrDefault("alertname", "alert without a name"), system(),
                state(json.path("status")), labels.getOrDefault("severity", ""), labels.getOrDefault(scope.componentLabel(), ""),
                annotations.getOrDefault("summary", annotations.getOrDefault("description", "")), Times.of(json.path("startsAt")),
                link(json.path("generatorURL").asText("")), labels);
    }

    /** One it has not looked at yet fires all the same: Prometheus sends no other. */
    private static Alert.State state(JsonNode status) {
        return status.path("state").asText("").equals("suppressed") ? Alert.State.MUTED : Alert.State.FIRING;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText("")));
        return texts;
    }

    /** Only what a browser may be given. */
    private static Optional<URI> link(String address) {
        try {
            URI uri = URI.create(address);
            return List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null
                    ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
