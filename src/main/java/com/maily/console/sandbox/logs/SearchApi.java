package com.maily.console.sandbox.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code _search} answers: a bool query of a time, a service and words, newest first. */
record SearchApi(LogWorld world) {

    private static final Pattern INDEX = Pattern.compile("logs-maily-([a-z]+)(-\\*|\\*)?");
    private static final int WINDOW = 10_000;
    private static final int USUAL_SIZE = 10;

    record Reply(int status, JsonNode body) { }

    static Reply refused(int status, String type, String reason) {
        ObjectNode body = object();
        ObjectNode error = body.putObject("error");
        error.putArray("root_cause").addObject().put("type", type).put("reason", reason);
        error.put("type", type).put("reason", reason);
        return new Reply(status, body.put("status", status));
    }

    Reply answer(String index, JsonNode question) {
        Matcher environment = INDEX.matcher(index);
        if (!environment.matches()) {
            return index.contains("*") ? new Reply(200, found(List.of(), 0, 0, question))
                    : refused(404, "index_not_found_exception", "no such index [" + index + "]");
        }
        int from = question.path("from").asInt(0);
        int size = question.path("size").asInt(USUAL_SIZE);
        if (from + size > WINDOW) {
            return refused(400, "illegal_argument_exception",
                    "Result window is too large, from + size must be less than or equal to: ["
                    + WINDOW + "] but was [" + (from + size) + "].");
        }
        try {
            List<LogEvent> lines = lines(environment.group(1), question.at("/query/bool"));
            return new Reply(200, found(lines.stream().skip(from).limit(size).toList(), lines.size(), 1, question));
        } catch (DateTimeException e) {
            return refused(400, "parse_exception", "failed to parse date field: " + e.getMessage());
        }
    }

    private List<LogEvent> lines(String environment, JsonNode bool) {
        Instant from = Instant.MIN;
        Instant to = world.clock().instant();
        String service = "";
        for (JsonNode filter : bool.path("filter")) {
            JsonNode range = filter.path("range").path("@timestamp");
            from = range.has("gte") ? Instant.parse(range.path("gte").asText()) : from;
            to = range.has("lte") ? Instant.parse(range.path("lte").asText()) : to;
            service = filter.path("term").path("service.name").asText(service);
        }
        Words words = Words.of(bool.at("/must/0/simple_query_string/query").asText(""));
        Instant since = from.equals(Instant.MIN) ? to.minusSeconds(3600) : from;
        return world.between(environment, service, since, to).stream().filter(line -> words.in(line.message())).toList();
    }

    private static ObjectNode found(List<LogEvent> lines, int total, int shards, JsonNode question) {
        ObjectNode body = object().put("took", 3).put("timed_out", false);
        body.putObject("_shards").put("total", shards).put("successful", shards).put("skipped", 0).put("failed", 0);
        ObjectNode hits = body.putObject("hits");
        if (!question.path("track_total_hits").isBoolean()) {
            int counted = question.path("track_total_hits").asInt(WINDOW);
            hits.putObject("total").put("value", Math.min(total, counted)).put("relation", total > counted ? "gte" : "eq");
        }
        hits.putNull("max_score");
        ArrayNode list = hits.putArray("hits");
        lines.forEach(line -> hit(list.addObject(), line));
        return body;
    }

    private static void hit(ObjectNode hit, LogEvent line) {
        hit.put("_index", "logs-maily").put("_id", line.id()).putNull("_score");
        ObjectNode source = hit.putObject("_source").put("@timestamp", line.at().toString()).put("message", line.message());
        source.putObject("log").put("level", line.level());
        source.putObject("service").put("name", line.service());
        if (!line.trace().isEmpty()) {
            source.putObject("trace").put("id", line.trace());
        }
        hit.putArray("sort").add(line.at().toEpochMilli());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
