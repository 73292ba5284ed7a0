package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.ServiceLevels;
import com.maily.console.platforms.http.HttpCall;
import com.maily.console.platforms.http.Redaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Datadog's SLOs: all at once by its search, one over a time by its history. Errors inside a 200 are errors. */
public record DatadogServiceLevels(DatadogClient client, String environment) implements ServiceLevels {

    private static final int PAGE = 100;

    @Override
    public String system() {
        return "Datadog";
    }

    @Override
    public List<Level> now() {
        List<JsonNode> found = new ArrayList<>();
        for (int page = 0; found.size() == page * PAGE; page++) {
            JsonNode slos = client.send(HttpCall.get("/api/v1/slo/search").with("query", "env:" + environment)
                    .with("page[size]", Integer.toString(PAGE)).with("page[number]", Integer.toString(page)))
                    .path("data").path("attributes").path("slos");
            if (!slos.isArray()) {
                throw DatadogFailures.strange();
            }
            slos.forEach(found::add);
        }
        return found.stream().map(slo -> slo.path("data")).flatMap(this::levels).toList();
    }

    /** One for each window it is kept over; one that was never computed is there without data. */
    private Stream<Level> levels(JsonNode slo) {
        JsonNode computed = slo.path("attributes").path("overall_status");
        JsonNode known = computed.isEmpty() ? slo.path("attributes").path("thresholds") : computed;
        return StreamSupport.stream(known.spliterator(), false)
                .map(status -> level(slo.path("id").asText(), slo.path("attributes"), status));
    }

    private Level level(String id, JsonNode attributes, JsonNode status) {
        String trouble = Redaction.of(status.path("error").asText(""));
        ServiceLevels.State state = switch (status.path("state").asText("")) {
            case "ok" -> ServiceLevels.State.OK;
            case "warning" -> ServiceLevels.State.WARNING;
            case "breached" -> ServiceLevels.State.BREACHED;
            default -> ServiceLevels.State.NO_DATA;
        };
        return new Level(id, attributes.path("name").asText(id), Tags.texts(attributes.path("all_tags")),
                status.path("target").asDouble(Double.NaN), status.path("timeframe").asText(""),
                trouble.isEmpty() ? state : ServiceLevels.State.NO_DATA, number(status.path("status")),
                number(status.path("error_budget_remaining")), trouble, client.site().serviceLevel(id));
    }

    @Override
    public Past over(String id, Instant from, Instant to, Optional<Double> target) {
        JsonNode said = client.send(HttpCall.get("/api/v1/slo/" + HttpCall.segment(id) + "/history")
                .with("from_ts", Long.toString(from.getEpochSecond())).with("to_ts", Long.toString(to.getEpochSecond()))
                .with("target", target.map(Object::toString).orElse("")));
        JsonNode overall = said.path("data").path("overall");
        String errors = Stream.of(said.path("errors"), overall.path("errors"))
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .map(error -> error.path("error").asText(error.path("error_message").asText("")))
                .collect(Collectors.joining("; "));
        if (!errors.isEmpty()) {
            throw new FailureException(new Failure.Rejected("Datadog cannot compute the service level",
                    Redaction.of(errors) + ".", "Look at the SLO in Datadog."));
        }
        if (!overall.isObject()) {
            throw DatadogFailures.strange();
        }
        return new Past(id, from, to, number(overall.path("sli_value")), budget(overall.path("error_budget_remaining")),
                states(overall));
    }

    /** It has one number for each window the SLO is kept over, of which {@code custom} is the one asked for. */
    private static double budget(JsonNode remaining) {
        return remaining.has("custom") ? number(remaining.path("custom"))
                : remaining.properties().stream().findFirst().map(one -> number(one.getValue())).orElse(Double.NaN);
    }

    private static List<Sample> states(JsonNode overall) {
        return StreamSupport.stream(overall.path("history").spliterator(), false)
                .map(pair -> new Sample(Instant.ofEpochSecond(pair.path(0).asLong()), number(pair.path(1)))).toList();
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }
}
