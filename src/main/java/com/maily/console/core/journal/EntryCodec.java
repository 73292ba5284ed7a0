package com.maily.console.core.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.TreeMap;

/**
 * Turns entries into their text and back. Durations and instants are ISO-8601 text, keys are sorted, nothing is written for
 * people's eyes; a field this program does not know is passed over, so that the journal of a newer one can be read.
 */
public final class EntryCodec {

    /** Thread-safe once built. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .build();

    private EntryCodec() { }

    /** The canonical JSON of an event: keys sorted at every depth, no white space. */
    public static String event(Event event) {
        return sorted(JSON.valueToTree(event)).toString();
    }

    /** @throws FailureException {@code Rejected} when it is no event, or one of a type that only a newer console knows */
    public static Event event(String json) {
        try {
            return JSON.readValue(json, Event.class);
        } catch (InvalidTypeIdException e) {
            throw new FailureException(new Failure.Rejected("The journal holds an event of an unknown type",
                    "'" + e.getTypeId() + "' is not known to this version.", "Open it with the version that wrote it."), e);
        } catch (JsonProcessingException e) {
            throw new FailureException(new Failure.Rejected("The journal holds an event that cannot be read",
                    e.getOriginalMessage() + ".", "Verify the chain; it names the first bad entry."), e);
        }
    }

    /** The next line after {@code previous}, hashed. @param event as {@link #event(Event)} made it */
    public static Line line(long sequence, Instant at, String deployment, Actor actor, String event, String previous) {
        Line open = new Line(sequence, at.toString(), deployment, actor.name(), actor.source(), event, previous, "");
        return open.withHash(Chain.hash(open.canonical()));
    }

    public static Line line(Entry entry) {
        return new Line(entry.sequence(), entry.at().toString(), entry.deployment(), entry.actor().name(), entry.actor().source(),
                event(entry.event()), entry.previous(), entry.hash());
    }

    /** @throws FailureException {@code Rejected} when it cannot be understood */
    public static Entry entry(Line line) {
        return entry(line, event(line.event()));
    }

    static Entry entry(Line line, Event event) {
        return new Entry(line.sequence(), instant(line), line.deployment(), new Actor(line.actorName(), line.actorSource()),
                event, line.previous(), line.hash());
    }

    private static Instant instant(Line line) {
        try {
            return Instant.parse(line.at());
        } catch (DateTimeException e) {
            throw new FailureException(new Failure.Rejected("Entry " + line.sequence() + " of the journal cannot be read",
                    "Its time is '" + line.at() + "'.", "Verify the chain; it names the first bad entry."), e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return JSON.createObjectNode().setAll(fields);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        return node;
    }
}
