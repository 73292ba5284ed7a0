package com.maily.console.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchStreamTest {

    private static final String JSON = "application/json";
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> Json.text(event, "type")).toList();
    }

    private void label(String value) {
        wire.world.merge(PatchKind.MERGE, "{\"metadata\":{\"labels\":{\"sel\":" + value + "}}}");
    }

    @Test
    void aWatchResumesWhereItWasAskedTo() throws IOException {
        long since = Meta.version(wire.world.deployed(1).web());
        label("\"yes\"");
        label("null");
        assertThat(types(wire.watch("resourceVersion=" + since, JSON))).containsExactly("MODIFIED", "MODIFIED");
        assertThat(types(wire.watch("resourceVersion=0", JSON))).containsExactly("ADDED");
        assertThat(wire.watch("resourceVersion=99999999", JSON)).as("a version to come is waited for").isEmpty();
    }

    @Test
    void aWatchFromAForgottenVersionEndsWithOneError() throws IOException {
        wire.world.deployed(1);
        wire.world.cluster.compact();
        List<JsonNode> events = wire.watch("resourceVersion=1", JSON);
        assertThat(types(events)).containsExactly("ERROR");
        JsonNode status = events.getFirst().path("object");
        assertThat(Json.number(status, "code")).isEqualTo(410);
        assertThat(Json.text(status, "reason")).isEqualTo("Expired");
        assertThat(Json.text(status, "message")).startsWith("too old resource version: 1 (");
        assertThat(types(wire.watch("resourceVersion=" + wire.world.cluster.version(), JSON))).isEmpty();
    }

    @Test
    void anObjectThatStartsOrStopsToMatchIsAddedOrDeleted() throws IOException {
        long since = Meta.version(wire.world.deployed(1).web());
        label("\"yes\"");
        wire.world.merge(PatchKind.MERGE, "{\"metadata\":{\"labels\":{\"more\":\"1\"}}}");
        label("null");
        List<JsonNode> events = wire.watch("labelSelector=sel%3Dyes&resourceVersion=" + since, JSON);
        assertThat(types(events)).containsExactly("ADDED", "MODIFIED", "DELETED");
        assertThat(Meta.version(events.getLast().path("object"))).isEqualTo(Meta.version(wire.world.web()));
    }

    @Test
    void aTableWatchNamesItsColumnsOnce() throws IOException {
        long since = Meta.version(wire.world.deployed(1).web());
        label("\"yes\"");
        label("null");
        List<JsonNode> events = wire.watch("resourceVersion=" + since, TABLE);
        assertThat(events.getFirst().path("object").path("columnDefinitions")).extracting(c -> Json.text(c, "name"))
                .startsWith("Name", "Ready");
        assertThat(events.getLast().path("object").path("columnDefinitions").isNull()).isTrue();
        assertThat(events.getLast().path("object").path("rows").path(0).path("cells").path(1).asText()).isEqualTo("1/1");
    }

    @Test
    void aListByWatchEndsWithABookmark() throws IOException {
        wire.world.deployed(1);
        List<JsonNode> events = wire.watch("sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true",
                JSON);
        assertThat(types(events)).containsExactly("ADDED", "BOOKMARK");
        assertThat(Meta.annotation(events.getLast().path("object"), "k8s.io/initial-events-end")).isEqualTo("true");
    }

    @Test
    void aBookmarkComesShortlyBeforeTheEnd() throws Exception {
        wire.world.deployed(1);
        try (Wire.Live live = wire.live("timeoutSeconds=3&allowWatchBookmarks=true&resourceVersion="
                + wire.world.cluster.version())) {
            assertThat(live.next()).startsWith("{\"type\":\"BOOKMARK\"");
            assertThat(live.next()).isEqualTo("END");
        }
    }

    @Test
    void changesArriveWhileTheyHappenUntilTheWatchIsDropped() throws Exception {
        wire.world.deployed(1);
        try (Wire.Live live = wire.live("")) {
            assertThat(live.next()).startsWith("{\"type\":\"ADDED\"");
            wire.world.image("1.1.0");
            wire.world.advance(0.1);
            assertThat(live.next()).contains("\"type\":\"MODIFIED\"", "web:1.1.0");
            wire.face.faults().dropWatches();
            String last = live.next();
            while (last.startsWith("{")) {
                last = live.next();
            }
            assertThat(last).isEqualTo("END");
        }
    }
}
