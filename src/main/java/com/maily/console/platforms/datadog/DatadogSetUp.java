package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Objective;
import com.maily.console.core.port.MonitorSetUp;
import com.maily.console.platforms.http.HttpCall;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The monitors that Datadog should have for an environment's objectives, found again by their tags. */
public record DatadogSetUp(DatadogClient client, String environment) implements MonitorSetUp {

    private static final String SOURCE = "datadog";

    @Override
    public String system() {
        return "Datadog";
    }

    @Override
    public List<Wanted> plan(List<Objective> objectives) {
        List<JsonNode> ours = objectives.stream().anyMatch(objective -> objective.source().equals(SOURCE)) ? ours() : List.of();
        return objectives.stream().map(objective -> wanted(objective, ours)).toList();
    }

    private List<JsonNode> ours() {
        return new DatadogMonitors(client, environment).all(MonitorDraft.OURS + ",env:" + environment);
    }

    private Wanted wanted(Objective objective, List<JsonNode> ours) {
        if (!objective.source().equals(SOURCE)) {
            return new Wanted(MonitorDraft.key(objective), objective.title(), "", objective.limit(), State.NOT_WATCHED,
                    List.of("Its queries are " + objective.source() + "'s."), Optional.empty());
        }
        MonitorDraft draft = MonitorDraft.of(objective, environment);
        Optional<JsonNode> there = ours.stream().filter(draft::isIt).findFirst();
        List<String> differences = there.map(draft::differences).orElse(List.of());
        State state = there.isEmpty() ? State.MISSING : differences.isEmpty() ? State.THERE : State.DIFFERENT;
        return new Wanted(draft.objective(), draft.name(), draft.query(), objective.limit(), state, differences,
                there.map(this::link));
    }

    private URI link(JsonNode monitor) {
        return client.site().monitor(monitor.path("id").asLong(), "");
    }

    @Override
    public String create(Wanted missing) {
        MonitorDraft draft = new MonitorDraft(missing.objective(), environment, missing.name(), missing.query(), missing.limit());
        Optional<JsonNode> there = ours().stream().filter(draft::isIt).findFirst();
        if (there.isEmpty()) {
            client.send(HttpCall.post(DatadogMonitors.PATH).json(draft.body()));
        }
        return ours().stream().filter(draft::isIt).findFirst()
                .map(monitor -> "Monitor " + monitor.path("id").asText()
                        + (there.isEmpty() ? " was created" : " was there already") + " and read back: " + link(monitor))
                .orElseThrow(() -> new FailureException(new Failure.Unreachable("Datadog did not keep the monitor",
                        "It is not among those that are read back.", "Look at Datadog's monitors, then run this again.")));
    }
}
