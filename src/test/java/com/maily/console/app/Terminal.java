package com.maily.console.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.cli.Mailyctl;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Types mailyctl commands, all with one workspace file and one journal, and keeps what they print. */
record Terminal(Path workspace, Path journal) {

    /** What a command printed and how it ended. */
    record Said(int code, String out, String err) {

        /** The one JSON object on the standard output; anything more or less fails. */
        JsonNode json() {
            try (MappingIterator<JsonNode> values = new ObjectMapper().readerFor(JsonNode.class).readValues(out)) {
                List<JsonNode> all = values.readAll();
                if (all.size() != 1 || !all.getFirst().isObject()) {
                    throw new AssertionError("not one JSON object: " + out);
                }
                return all.getFirst();
            } catch (IOException e) {
                throw new UncheckedIOException(out, e);
            }
        }
    }

    static Terminal on(Box box) {
        return new Terminal(box.workspace(), box.journal());
    }

    Said type(String... words) {
        return say(Stream.concat(Stream.of(words), Stream.of("--workspace", workspace.toString(), "--journal",
                journal.toString())).toArray(String[]::new));
    }

    /** Without naming any file. */
    static Said say(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Mailyctl.run(new Wiring("mailyctl"), new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Said(code, out.toString(), err.toString());
    }
}
