package com.maily.console.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.maily.console.core.model.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/**
 * Where a command prints. With {@code --json} the standard output carries one JSON object and nothing else; what people read
 * while
 * they wait goes to the standard error.
 */
final class Output {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    Output(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    boolean json() {
        return json;
    }

    /** A line for people, while something goes on or as the result. */
    void say(String line) {
        PrintWriter writer = json ? err : out;
        writer.println(line);
        writer.flush();
    }

    /** The result for programs; nothing without {@code --json}. */
    void result(Object value) {
        if (json) {
            try {
                out.println(JSON.writeValueAsString(value));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            out.flush();
        }
    }

    /** A line of JSON per item, for long lists. */
    void raw(String line) {
        out.println(line);
        out.flush();
    }

    /** A record, not a map: only a typed field carries the failure's kind. */
    private record Refusal(boolean ok, int exit, Failure failure) { }

    /** Says why it did not work and how the process ends. */
    ExitCode refuse(Failure failure, ExitCode code) {
        err.println("mailyctl: " + failure.sentence());
        err.flush();
        result(new Refusal(false, code.number(), failure));
        return code;
    }
}
