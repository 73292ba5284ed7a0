package com.maily.console.sandbox.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** What is answered. @param body missing for none @param plain as text, not as JSON */
record AlertAnswer(int status, JsonNode body, boolean plain) {

    static AlertAnswer json(JsonNode body) {
        return new AlertAnswer(200, body, false);
    }

    static AlertAnswer empty(int status) {
        return new AlertAnswer(status, MissingNode.getInstance(), false);
    }

    static AlertAnswer text(int status, String text) {
        return new AlertAnswer(status, TextNode.valueOf(text), true);
    }

    /** What Alertmanager itself refuses, it refuses with a JSON string. */
    static AlertAnswer refusal(int status, String text) {
        return new AlertAnswer(status, TextNode.valueOf(text), false);
    }

    /** What the server in front of it refuses has a code. */
    static AlertAnswer refusal(int status, int code, String message) {
        return new AlertAnswer(status, JsonNodeFactory.instance.objectNode().put("code", code).put("message", message), false);
    }
}
