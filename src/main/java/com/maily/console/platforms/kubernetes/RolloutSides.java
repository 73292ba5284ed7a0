package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.BlueGreen;
import java.time.Instant;
import java.util.Optional;

/** Reads the two sides of a blue/green Rollout by what its Services really select. Pure. */
record RolloutSides(Component component, RolloutUpdate update) {

    private static final String DEADLINE = "scale-down-deadline";

    /** Empty for Rollouts of another strategy, and before anything is active. */
    Optional<BlueGreen> read() {
        JsonNode selectors = update.rollout().at("/status/blueGreen");
        String active = selectors.path("activeSelector").asText();
        String preview = selectors.path("previewSelector").asText();
        if (!update.state().switches() || active.isEmpty()) {
            return Optional.empty();
        }
        boolean fresh = !preview.equals(active) && !update.state().promoted();
        Optional<BlueGreen.Side> beside = fresh ? side(preview) : Optional.empty();
        boolean whole = beside.filter(each -> each.wanted() > 0 && each.ready() >= each.wanted()).isPresent();
        Optional<JsonNode> kept = update.owned().stream().filter(set -> !deadline(set).isEmpty() && !hash(set).equals(active))
                .findFirst();
        return side(active).map(now -> new BlueGreen(now, beside, whole && update.seen() && update.state().paused(),
                kept.map(this::side), kept.map(RolloutSides::deadline).map(Instant::parse), update.state().phase()));
    }

    private Optional<BlueGreen.Side> side(String hash) {
        return update.owned().stream().filter(set -> hash(set).equals(hash)).findFirst().map(this::side);
    }

    private BlueGreen.Side side(JsonNode set) {
        return new BlueGreen.Side(ReleasedImage.of(component, set.at("/spec/template"), set).version(), hash(set),
                set.at("/status/readyReplicas").asInt(), set.at("/spec/replicas").asInt());
    }

    private static String hash(JsonNode set) {
        return set.at("/metadata/labels").path(RolloutUpdate.HASH).asText();
    }

    private static String deadline(JsonNode set) {
        return set.at("/metadata/annotations").path(DEADLINE).asText();
    }
}
