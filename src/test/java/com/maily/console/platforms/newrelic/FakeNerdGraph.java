package com.maily.console.platforms.newrelic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NerdGraph by hand, after its documentation: a GraphQL request with aliases and variables, errors in answers with status 200, and
 * as much of NRQL as the adapter writes. A window's value is its length in seconds, so that a wrong window is seen.
 */
final class FakeNerdGraph implements AutoCloseable {

    static final String KEY = "NRAK-FAKE";
    static final long ACCOUNT = 1234567;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NRQL = Pattern.compile("SELECT (\\S+) FROM (\\w+)(?: WHERE (.+?))? SINCE (\\d+) UNTIL (\\d+)"
            + "(?: TIMESERIES (\\d+) seconds(?: SLIDE BY (\\d+) seconds)?)?");
    private static final Pattern ALIAS = Pattern.compile("(\\w+): nrql\\(query: \\$(\\w+), timeout: \\d+\\) \\{ results }");

    final List<List<String>> requests = new CopyOnWriteArrayList<>();
    volatile String instead = "";
    volatile int status = 200;
    private final LoopbackServer server = new LoopbackServer("New Relic", this::handle);

    String url() {
        return server.address().toString();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            boolean known = KEY.equals(exchange.getRequestHeaders().getFirst("API-Key"));
            String body = !instead.isEmpty() ? instead : known ? answer(request).toString()
                    : "{\"errors\":[{\"message\":\"Unauthorized\"}]}";
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? status : 401, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private ObjectNode answer(JsonNode request) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode actor = answer.putObject("data").putObject("actor");
        if (request.path("query").asText().contains("user")) {
            actor.putObject("user").put("email", "console@maily.example");
            return answer;
        }
        if (request.at("/variables/account").asLong() != ACCOUNT) {
            return error(answer, "account", "Access denied", "ACCESS_DENIED");
        }
        ObjectNode account = actor.putObject("account");
        Matcher alias = ALIAS.matcher(request.path("query").asText());
        List<String> asked = new ArrayList<>();
        while (alias.find()) {
            String nrql = request.path("variables").path(alias.group(2)).asText();
            asked.add(nrql);
            Matcher parsed = NRQL.matcher(nrql);
            if (parsed.matches()) {
                account.putObject(alias.group(1)).set("results", rows(parsed));
            } else {
                account.putNull(alias.group(1));
                error(answer, alias.group(1), "NRQL Syntax Error: Error at line 1 position 8, unexpected '" + nrql + "'", "SERVER_REJECTED");
            }
        }
        requests.add(asked);
        return answer;
    }

    private static ObjectNode error(ObjectNode answer, String where, String message, String kind) {
        ObjectNode error = answer.withArray("errors").addObject().put("message", message);
        error.putArray("path").add("actor").add("account").add(where);
        error.putObject("extensions").put("errorClass", kind);
        return answer;
    }

    private static ArrayNode rows(Matcher nrql) {
        ArrayNode rows = JSON.createArrayNode();
        long since = Long.parseLong(nrql.group(4)) / 1_000;
        long until = Long.parseLong(nrql.group(5)) / 1_000;
        if (nrql.group(6) == null) {
            value(rows.addObject(), nrql, until - since);
            return rows;
        }
        long window = Long.parseLong(nrql.group(6));
        long slide = nrql.group(7) == null ? window : Long.parseLong(nrql.group(7));
        if ((until - since) / slide > 366 + window / slide) {
            throw new AssertionError("New Relic gives at most 366 pieces");
        }
        for (long begin = since; begin < until; begin += slide) {
            value(rows.addObject().put("beginTimeSeconds", begin).put("endTimeSeconds", begin + window), nrql, window);
        }
        return rows;
    }

    private static void value(ObjectNode row, Matcher nrql, double value) {
        if (nrql.group(2).equals("Nothing")) {
            row.putNull("average.duration");
        } else if (nrql.group(1).startsWith("percentile")) {
            row.putObject("percentile.duration").put("99", value);
        } else {
            row.put("average.duration", value);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
