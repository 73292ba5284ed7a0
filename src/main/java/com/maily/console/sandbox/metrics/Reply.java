package com.maily.console.sandbox.metrics;

import java.util.Map;

/** What goes back over the wire. */
record Reply(int status, String contentType, Map<String, String> headers, String body) {

    static Reply json(String body) {
        return new Reply(200, "application/json", Map.of(), body);
    }

    static Reply error(int status, String type, String message) {
        return new Reply(status, "application/json", Map.of(), AnswerWriter.error(type, message));
    }

    static Reply badData(String message) {
        return error(400, "bad_data", message);
    }

    static Reply text(int status, String body) {
        return new Reply(status, "text/plain; charset=utf-8", Map.of(), body);
    }

    Reply with(String header, String value) {
        return new Reply(status, contentType, Map.of(header, value), body);
    }
}
