package com.maily.console.platforms.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LogSearch.Hit;
import com.maily.console.platforms.http.Redaction;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code _search} answered, read: lines, how many there are, and what keeps it from being all. */
record SearchAnswer(JsonNode root, LogFields fields) {

    /** @throws FailureException {@code Rejected} for JSON that is no such answer: a proxy's, another service's */
    SearchAnswer {
        if (!root.path("hits").path("hits").isArray() || !root.path("_shards").isObject()) {
            throw new FailureException(new Failure.Rejected("The logs were answered with something that is no search result",
                    "It has no hits and no shards.",
                    "Check that the address in the workspace file is that of Elasticsearch or OpenSearch."));
        }
    }

    List<Hit> hits() {
        List<Hit> hits = new ArrayList<>();
        root.path("hits").path("hits").forEach(one -> at(one).ifPresent(at -> hits.add(hit(at, one.path("_source")))));
        return hits;
    }

    private Hit hit(Instant at, JsonNode source) {
        return new Hit(at, LogFields.text(source, fields.level()).toLowerCase(Locale.ROOT),
                fields.componentOf(LogFields.text(source, fields.service())), Redaction.of(LogFields.text(source,
                fields.message())),
                Optional.of(LogFields.text(source, fields.trace())).filter(trace -> !trace.isBlank()));
    }

    /** The value sorted by is the time in milliseconds whatever the document's own way to write it. */
    private Optional<Instant> at(JsonNode one) {
        JsonNode sorted = one.path("sort").path(0);
        return sorted.isIntegralNumber() ? Optional.of(Instant.ofEpochMilli(sorted.asLong()))
                : written(LogFields.text(one.path("_source"), fields.timestamp()));
    }

    private static Optional<Instant> written(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    long total() {
        JsonNode total = root.path("hits").path("total");
        return total.isObject() ? total.path("value").asLong() : total.asLong(hits().size());
    }

    boolean exact() {
        return !root.path("hits").path("total").path("relation").asText("eq").equals("gte");
    }

    List<String> warnings(String index) {
        List<String> warnings = new ArrayList<>();
        JsonNode shards = root.path("_shards");
        if (shards.path("total").asInt(1) == 0) {
            warnings.add("No index is called " + index + ", so nothing was searched.");
        }
        if (shards.path("failed").asInt() > 0) {
            String why = Redaction.of(shards.path("failures").path(0).path("reason").path("reason")
                    .asText("no reason was given"));
            warnings.add(shards.path("failed").asInt() + " of " + shards.path("total").asInt()
                    + " shards failed, lines may be missing: "
                    + why.replaceAll("\\.$", "") + ".");
        }
        if (root.path("timed_out").asBoolean()) {
            warnings.add("The search ran out of time; only what was found until then is shown.");
        }
        int unreadable = root.path("hits").path("hits").size() - hits().size();
        if (unreadable > 0) {
            warnings.add(unreadable + " lines have no readable " + fields.timestamp() + " and are left out.");
        }
        return warnings;
    }
}
