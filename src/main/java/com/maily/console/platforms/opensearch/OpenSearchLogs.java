package com.maily.console.platforms.opensearch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LogSearch;
import com.maily.console.platforms.http.Credentials;
import com.maily.console.platforms.http.HttpCall;
import com.maily.console.platforms.http.JsonClient;
import com.maily.console.platforms.http.Secret;
import com.maily.console.platforms.http.UrlTemplate;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Searches logs in Elasticsearch or OpenSearch over {@code POST /INDEX/_search}. Pages by {@code from} and {@code size}, which
 * both allow up to 10,000 hits without keeping anything open on the server. Safe for use by several threads.
 */
public final class OpenSearchLogs implements LogSearch, AutoCloseable {

    private static final String EVERYTHING = "logs-*";

    private final JsonClient http;
    private final String index;
    private final LogFields fields;
    private final Optional<UrlTemplate> screen;

    private OpenSearchLogs(JsonClient http, Map<String, String> settings) {
        this.http = http;
        this.index = settings.getOrDefault("index", EVERYTHING);
        this.fields = LogFields.of(settings);
        this.screen = Optional.ofNullable(settings.get("screen")).map(UrlTemplate::new);
    }

    /**
     * From a connection of the workspace file.
     *
     * @param settings {@code url}; {@code index}, a name or pattern; {@code api-key}, {@code token}, or {@code username} and
     *                 {@code
     *                 password}; {@code field.timestamp} and so on; {@code service.COMPONENT}; {@code screen}, the address of the
     *                 system's own search
     */
    public static OpenSearchLogs of(Map<String, String> settings) {
        JsonClient.Settings given = JsonClient.Settings.of("Log search", settings, "http://localhost:9200");
        Optional<Credentials> key = Optional.ofNullable(settings.get("api-key"))
                .map(reference -> new Credentials.Scheme("ApiKey", Secret.of(reference)));
        JsonClient.Settings all = new JsonClient.Settings(given.platform(), given.base(), key.orElse(given.credentials()),
                given.headers(), given.timeout(), given.bodyLimit());
        return new OpenSearchLogs(new JsonClient(all, OpenSearchFailures::of), settings);
    }

    @Override
    public String system() {
        return "OpenSearch";
    }

    @Override
    public Hits search(Query query) {
        if (query.skip() + query.most() > DEEPEST) {
            throw new FailureException(new Failure.Rejected("The search cannot be read on that far",
                    "Only the newest " + DEEPEST + " lines of a search can be given.", "Choose a shorter time, or more words."));
        }
        SearchAnswer answer = new SearchAnswer(http.send(HttpCall.post(path()).json(new SearchBody(fields, DEEPEST).of(query))),
                fields);
        return new Hits(answer.hits(), answer.total(), answer.exact(), link(query), answer.warnings(index));
    }

    private Optional<URI> link(Query query) {
        return screen.map(template -> template.filled(Map.of("component", fields.serviceOf(query.component()), "text",
                query.text(),
                "from", query.from().toString(), "to", query.to().toString())));
    }

    /** Finds nothing, as cheaply as can be: the proof that we may search. */
    public void touch() {
        http.send(HttpCall.post(path()).json(JsonNodeFactory.instance.objectNode().put("size", 0).put("terminate_after", 1)
                .put("track_total_hits", false)));
    }

    private String path() {
        // A pattern is a list divided by commas; those and its stars stand as they are.
        return "/" + HttpCall.segment(index).replace("%2C", ",") + "/_search";
    }

    @Override
    public void close() {
        http.close();
    }
}
