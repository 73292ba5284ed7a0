package com.maily.console.desktop.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.maily.console.core.journal.Entry;

/** An entry as JSON for people to read and copy. The journal file itself is written elsewhere. */
final class EntryJson {

    private static final ObjectWriter PRETTY = JsonMapper.builder().addModule(new Jdk8Module()).addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .build().writerWithDefaultPrettyPrinter();

    private EntryJson() { }

    static String of(Entry entry) {
        return write(entry);
    }

    /** Only what happened, since who and when stand above it. */
    static String event(Entry entry) {
        return write(entry.event());
    }

    private static String write(Object value) {
        try {
            return PRETTY.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            return "This entry can't be shown as JSON: " + e.getOriginalMessage();
        }
    }
}
