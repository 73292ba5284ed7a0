package com.maily.console.platforms.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LogSearch.Hits;
import com.maily.console.core.port.LogSearch.Query;
import com.maily.console.platforms.http.LoopbackServer;
import com.maily.console.platforms.http.LoopbackServer.Reply;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of {@code _search}, and what is made of its answers. */
class OpenSearchLogsTest {

    private static final Instant FROM = Instant.parse("2026-11-21T19:00:00Z");
    private static final Query QUERY = new Query("api@eu-west-1", "timed \"out", FROM, FROM.plusSeconds(600), 50, 25);
    private static final String NOTHING = "{\"timed_out\":false,\"_shards\":{\"total\":5,\"failed\":0},\"hits\":{\"total\":"
            + "{\"value\":0,\"relation\":\"eq\"},\"hits\":[]}}";

    @TempDir
    private Path folder;

    private static Hits search(Reply reply, Query query, Map<String, String> settings) throws Exception {
        try (LoopbackServer server = new LoopbackServer(_ -> reply); OpenSearchLogs logs = logs(server, settings)) {
            return logs.search(query);
        }
    }

    private static OpenSearchLogs logs(LoopbackServer server, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("url", server.url() + "/es");
        all.putIfAbsent("index", "logs-a-*,logs-b");
        return OpenSearchLogs.of(all);
    }

    private static Failure failure(Reply reply) {
        return catchThrowableOfType(FailureException.class, () -> search(reply, QUERY, Map.of())).failure();
    }

    @Test
    void asksForATimeAServiceAndWordsNewestFirst() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "aWQ6a2V5\n");
        try (LoopbackServer server = new LoopbackServer(_ -> Reply.json(NOTHING));
             OpenSearchLogs logs = logs(server, Map.of("api-key", "file:" + key, "field.service", "app", "service.api",
                     "maily-api"))) {
            logs.search(QUERY);
            LoopbackServer.Asked asked = server.asked().getFirst();
            assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /es/logs-a-*,logs-b/_search");
            assertThat(asked.authorization()).isEqualTo("ApiKey aWQ6a2V5");
            JsonNode body = new ObjectMapper().readTree(asked.body());
            assertThat(body.path("from").asInt()).isEqualTo(50);
            assertThat(body.path("size").asInt()).isEqualTo(25);
            assertThat(body.path("track_total_hits").asInt()).isEqualTo(10_000);
            assertThat(body.at("/sort/0/@timestamp/order").asText()).isEqualTo("desc");
            assertThat(body.at("/query/bool/filter/0/range/@timestamp")).hasToString("{\"gte\":\"2026-11-21T19:00:00Z\","
                    + "\"lte\":\"2026-11-21T19:10:00Z\",\"format\":\"strict_date_optional_time\"}");
            assertThat(body.at("/query/bool/filter/1/term/app").asText()).isEqualTo("maily-api");
            assertThat(body.at("/query/bool/must/0/simple_query_string/query").asText()).isEqualTo("timed \"out");
            assertThat(body.at("/query/bool/must/0/simple_query_string/default_operator").asText()).isEqualTo("and");
        }
    }

    @Test
    void readsFieldsAsOneKeyOrWithinAnother() throws Exception {
        Hits hits = search(Reply.json("""
                {"timed_out":false,"_shards":{"total":1,"failed":0},"hits":{"total":{"value":10000,"relation":"gte"},"hits":[
                 {"_source":{"@timestamp":"2026-11-21T20:05:00.250+01:00","log.level":"ERROR","message":"one","service.name":"maily-api",
                  "trace.id":"4bf92f3577b34da6a3ce929d0e0e4736"},"sort":[1795287900250]},
                 {"_source":{"@timestamp":"2026-11-21T19:04:00Z","log":{"level":"warn"},"message":"two password=hunter22","service":{"name":"x"}}},
                 {"_source":{"message":"no time"}}]}}"""), QUERY, Map.of("service.api", "maily-api", "screen",
                "https://logs.example/#/?q=${text}&s=${component}&from=${from}"));
        assertThat(hits.hits()).hasSize(2);
        assertThat(hits.hits().getFirst().at()).isEqualTo("2026-11-21T19:05:00.250Z");
        assertThat(hits.hits().getFirst().level()).isEqualTo("error");
        assertThat(hits.hits().getFirst().component()).isEqualTo("api");
        assertThat(hits.hits().getFirst().trace()).contains("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(hits.hits().getLast().level()).isEqualTo("warn");
        assertThat(hits.hits().getLast().message()).as("what looks like a secret").doesNotContain("hunter22");
        assertThat(hits.hits().getLast().trace()).isEmpty();
        assertThat(hits.total()).isEqualTo(10_000);
        assertThat(hits.exact()).isFalse();
        assertThat(hits.warnings()).singleElement().asString().contains("1 lines have no readable @timestamp");
        assertThat(hits.link()).contains(URI.create(
                "https://logs.example/#/?q=timed%20%22out&s=maily-api&from=2026-11-21T19%3A00%3A00Z"));
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        Hits partly = search(Reply.json("""
                {"timed_out":true,"_shards":{"total":5,"failed":2,"failures":[{"reason":{"reason":"node left."}}]},
                 "hits":{"total":{"value":0,"relation":"eq"},"hits":[]}}"""), QUERY, Map.of());
        assertThat(partly.warnings()).containsExactly("2 of 5 shards failed, lines may be missing: node left.",
                "The search ran out of time; only what was found until then is shown.");
        Hits nowhere = search(Reply.json(NOTHING.replace("\"total\":5", "\"total\":0")), QUERY, Map.of());
        assertThat(nowhere.warnings()).containsExactly("No index is called logs-a-*,logs-b, so nothing was searched.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "404 | index_not_found_exception | no such index [logs-b] | Missing | has no such index",
            "403 | security_exception | action [read] is unauthorized | Denied | does not let this account search",
            "401 | security_exception | unable to authenticate | Denied | does not accept the token",
            "429 | es_rejected_execution_exception | rejected execution | Throttled | slow down",
            "400 | parsing_exception | unknown query [bol] | Rejected | rejected the request",
            "503 | search_phase_execution_exception | all shards failed | Unreachable | is in trouble itself"})
    void errorsAreToldInItsOwnWords(int status, String type, String reason, String kind, String what) {
        Failure failure = failure(Reply.json(status, "{\"error\":{\"root_cause\":[{\"type\":\"" + type + "\",\"reason\":\""
                + reason
                + "\"}],\"type\":\"" + type + "\",\"reason\":\"" + reason + "\"},\"status\":" + status + "}"));
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.what()).contains(what);
        assertThat(failure.why()).contains(reason);
    }

    @Test
    void jsonThatIsNoSearchResultIsNotTakenForNoLines() {
        assertThat(failure(Reply.json("{\"message\":\"hello\"}")).what()).contains("no search result");
        assertThat(failure(new Reply(200, "text/html", "<html>", -1)).what()).contains("did not answer in JSON");
    }
}
