package com.maily.console.platforms.opensearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.port.LogSearch;

/**
 * A question as the {@code _search} API takes it: filters for time and service, the words as a simple query string, which no
 * text a person types can make invalid, newest first.
 */
record SearchBody(LogFields fields, int deepest) {

    private static final String PATIENCE = "10s";

    ObjectNode of(LogSearch.Query query) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("from", query.skip()).put("size", query.most()).put("timeout", PATIENCE).put("track_total_hits", deepest);
        fields.all().forEach(body.putArray("_source")::add);
        body.putArray("sort").addObject().putObject(fields.timestamp()).put("order", "desc").put("unmapped_type", "date");
        ObjectNode bool = body.putObject("query").putObject("bool");
        ArrayNode filter = bool.putArray("filter");
        filter.addObject().putObject("range").putObject(fields.timestamp()).put("gte", query.from().toString())
                .put("lte", query.to().toString()).put("format", "strict_date_optional_time");
        if (!query.component().isEmpty()) {
            filter.addObject().putObject("term").put(fields.service(), fields.serviceOf(query.component()));
        }
        if (!query.text().isBlank()) {
            ObjectNode words = bool.putArray("must").addObject().putObject("simple_query_string");
            words.put("query", query.text().strip()).put("default_operator", "and").putArray("fields").add(fields.message());
        }
        return body;
    }
}
