package com.maily.console.sandbox.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Alerts and silences as Alertmanager writes them. */
final class AlertJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration RESOLVED_AFTER = Duration.ofMinutes(4);

    private AlertJson() { }

    static JsonNode alert(RaisedAlert alert, List<String> mutedBy, URI prometheus) {
        ObjectNode json = JSON.objectNode();
        json.putObject("annotations").put("summary", alert.summary());
        json.put("endsAt", alert.seen().plus(RESOLVED_AFTER).toString()).put("fingerprint", alert.fingerprint());
        json.set("receivers", receivers());
        json.put("startsAt", alert.fires().toString());
        ObjectNode status = json.putObject("status");
        status.putArray("inhibitedBy");
        ArrayNode silences = status.putArray("silencedBy");
        mutedBy.forEach(silences::add);
        status.put("state", mutedBy.isEmpty() ? "active" : "suppressed");
        json.put("updatedAt", alert.seen().toString()).put("generatorURL", prometheus + "/graph?g0.expr="
                + URLEncoder.encode(alert.query(), StandardCharsets.UTF_8) + "&g0.tab=1");
        ObjectNode labels = json.putObject("labels");
        alert.labels().forEach(labels::put);
        return json;
    }

    static JsonNode silence(HeldSilence silence, Instant now) {
        ObjectNode json = JSON.objectNode().put("id", silence.id());
        json.putObject("status").put("state", silence.state(now));
        json.put("updatedAt", silence.updated().toString()).put("comment", silence.comment()).put("createdBy", silence.by())
                .put("endsAt", silence.until().toString());
        ArrayNode matchers = json.putArray("matchers");
        silence.matchers().forEach(matcher -> matchers.addObject().put("isEqual", matcher.isEqual())
                .put("isRegex", matcher.isRegex()).put("name", matcher.name()).put("value", matcher.value()));
        return json.put("startsAt", silence.from().toString());
    }

    static ArrayNode receivers() {
        ArrayNode receivers = JSON.arrayNode();
        receivers.addObject().put("name", "hook");
        return receivers;
    }

    static JsonNode status(Instant since) {
        ObjectNode json = JSON.objectNode();
        json.putObject("cluster").put("status", "disabled").putArray("peers");
        json.putObject("config").put("original", "route:\n  receiver: hook\nreceivers:\n- name: hook\n");
        json.put("uptime", since.toString());
        json.putObject("versionInfo").put("version", "0.25.0").put("revision", "sandbox").put("branch", "sandbox")
                .put("buildDate", "20251120-00:00:00").put("buildUser", "sandbox").put("goVersion", "none");
        return json;
    }
}
