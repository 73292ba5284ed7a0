package com.maily.console.platforms.newrelic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.platforms.http.HttpCall;
import com.maily.console.platforms.http.JsonClient;
import com.maily.console.platforms.http.ServerClock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * New Relic's GraphQL API. Several NRQL queries go in one request, each under a name of its own and as a variable, so that no
 * query can break out of its place.
 *
 * @see <a href="https://docs.newrelic.com/docs/apis/nerdgraph/examples/nerdgraph-nrql-tutorial/">NerdGraph tutorial: NRQL</a>
 */
final class NerdGraph implements AutoCloseable {

    static final String NAME = "New Relic";
    private static final Map<String, String> ADDRESSES = Map.of("us", "https://api.newrelic.com", "eu",
            "https://api.eu.newrelic.com");
    private static final String ME = "query { actor { user { email } } }";

    private final JsonClient http;
    private final long account;
    private final long timeout;

    private NerdGraph(JsonClient http, long account, long timeout) {
        this.http = http;
        this.account = account;
        this.timeout = timeout;
    }

    static NerdGraph of(Map<String, String> settings, InstantSource ours) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("header.API-Key", settings.getOrDefault("api-key", ""));
        JsonClient.Settings known = JsonClient.Settings.of(NAME, all, address(settings.getOrDefault("region", "us")));
        if (!settings.getOrDefault("account", "").matches("\\d{1,10}")) {
            throw rejected("Its account is no number.", "Write the account's ID, as New Relic shows it under Administration.");
        }
        return new NerdGraph(new JsonClient(known, NewRelicFailures::of, ours), Long.parseLong(settings.get("account")),
                known.timeout().toSeconds());
    }

    private static String address(String region) {
        String address = ADDRESSES.get(region);
        if (address == null) {
            throw rejected("Its region is '" + region + "'.", "Write us or eu.");
        }
        return address;
    }

    private static FailureException rejected(String why, String advice) {
        return new FailureException(new Failure.Rejected("The connection to New Relic is not usable", why, advice));
    }

    ServerClock clock() {
        return http.clock();
    }

    /** Whose key it is: the cheapest proof that we are let in. */
    String user() {
        return send(ME, JsonNodeFactory.instance.objectNode()).at("/actor/user/email").asText("an unknown user");
    }

    /** The rows of each query, in their order. @throws FailureException when any of them failed */
    List<JsonNode> rows(List<String> queries) {
        StringBuilder names = new StringBuilder("query($account: Int!");
        StringBuilder asked = new StringBuilder();
        ObjectNode variables = JsonNodeFactory.instance.objectNode().put("account", account);
        for (int index = 0; index < queries.size(); index++) {
            names.append(", $q").append(index).append(": Nrql!");
            asked.append(" q").append(index).append(": nrql(query: $q").append(index).append(", timeout: ").append(timeout)
                    .append(") { results }");
            variables.put("q" + index, queries.get(index));
        }
        JsonNode answers = send(names + ") { actor { account(id: $account) {" + asked + " } } }", variables).at("/actor/account");
        return IntStream.range(0, queries.size()).mapToObj(index -> results(answers.path("q" + index))).toList();
    }

    private static JsonNode results(JsonNode answer) {
        if (!answer.path("results").isArray()) {
            throw new FailureException(new Failure.Rejected("The answer is not New Relic's", "It has no results.",
                    "Check that the account in the workspace file is one the key may read."));
        }
        return answer.path("results");
    }

    /** Errors come with status 200. */
    private JsonNode send(String query, ObjectNode variables) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("query", query);
        body.set("variables", variables);
        JsonNode answer = http.send(HttpCall.post("/graphql").json(body));
        if (!answer.path("errors").isEmpty()) {
            throw new FailureException(NewRelicFailures.of(answer.path("errors")));
        }
        return answer.path("data");
    }

    @Override
    public void close() {
        http.close();
    }
}
