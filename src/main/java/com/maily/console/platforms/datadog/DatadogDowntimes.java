package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Mutes;
import com.maily.console.platforms.http.HttpCall;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Keeps Datadog's monitors quiet by downtimes (v2). A downtime carries the deployment's identity in its message, by which it is
 * found again.
 *
 * @param scope what is muted, {@code env:production}
 */
public record DatadogDowntimes(DatadogClient client, String scope) implements Mutes {

    private static final String PATH = "/api/v2/downtime";
    private static final int PAGE = 100;
    /** What moving an end may lose when times are written and read back. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    @Override
    public String system() {
        return "Datadog";
    }

    @Override
    public List<Mute> of(String deployment) {
        return current().stream().filter(one -> one.path("attributes").path("message").asText("").lines()
                .anyMatch(line -> line.strip().equals(mark(deployment))))
                .map(DatadogDowntimes::mute).toList();
    }

    /** On a line of its own, so that one identity that begins with another is not taken for it. */
    private static String mark(String deployment) {
        return "maily-deployment:" + deployment;
    }

    private List<JsonNode> current() {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 0; all.size() == page * PAGE; page++) {
            JsonNode data = client.send(HttpCall.get(PATH).with("current_only", "true")
                    .with("page[offset]", Integer.toString(page * PAGE))
                    .with("page[limit]", Integer.toString(PAGE))).path("data");
            if (!data.isArray()) {
                throw DatadogFailures.strange();
            }
            data.forEach(all::add);
        }
        return all.stream().filter(one -> List.of("active", "scheduled")
                .contains(one.path("attributes").path("status").asText("active"))).toList();
    }

    private static Mute mute(JsonNode downtime) {
        JsonNode attributes = downtime.path("attributes");
        JsonNode schedule = attributes.path("schedule");
        Instant from = MonitorAlerts.time(schedule.path("start")).or(() -> MonitorAlerts.time(attributes.path("created")))
                .orElse(Instant.EPOCH);
        String why = attributes.path("message").asText("").lines().map(String::strip).collect(Collectors.joining(", "));
        return new Mute(downtime.path("id").asText(), from, MonitorAlerts.time(schedule.path("end")).orElse(NEVER), why);
    }

    @Override
    public String mute(Window window) {
        List<Mute> there = of(window.deployment());
        Predicate<Mute> right = mute -> Duration.between(mute.until(), window.until()).abs().compareTo(ROUNDING) <= 0;
        if (there.stream().noneMatch(right)) {
            client.send(there.isEmpty() ? creation(window) : move(there.getFirst(), window));
        }
        return of(window.deployment()).stream().filter(right).findFirst()
                .map(mute -> "Downtime " + mute.id() + " on " + scope + " until " + mute.until() + ", read back from Datadog.")
                .orElseThrow(() -> new FailureException(new Failure.Unreachable("Datadog did not keep the downtime",
                        "It is not among those that are read back.", "Look at Datadog's downtimes, then try again.")));
    }

    private HttpCall creation(Window window) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode().put("scope", scope)
                .put("message", window.why() + "\n" + mark(window.deployment())).put("mute_first_recovery_notification", true);
        attributes.putObject("monitor_identifier").putArray("monitor_tags").add("*");
        attributes.putObject("schedule").putNull("start").put("end", time(window.until()));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("data").put("type", "downtime").set("attributes", attributes);
        return HttpCall.post(PATH).json(body);
    }

    private static HttpCall move(Mute mute, Window window) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode data = body.putObject("data").put("type", "downtime").put("id", mute.id());
        data.putObject("attributes").putObject("schedule").put("end", time(window.until()));
        return HttpCall.post(PATH + "/" + HttpCall.segment(mute.id())).method("PATCH").json(body);
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public String unmute(Mute mute) {
        try {
            client.send(HttpCall.get(PATH + "/" + HttpCall.segment(mute.id())).method("DELETE"));
        } catch (FailureException gone) {
            if (!(gone.failure() instanceof Failure.Missing)) {
                throw gone;
            }
        }
        if (current().stream().anyMatch(one -> one.path("id").asText().equals(mute.id()))) {
            throw new FailureException(new Failure.Unreachable("Datadog did not end the downtime " + mute.id(),
                    "It is still among those that are read back.",
                    "Cancel it in Datadog; it ends by itself at " + mute.until() + "."));
        }
        return "Downtime " + mute.id() + " has ended, read back from Datadog.";
    }
}
