package com.maily.console.sandbox.aws;

import com.fasterxml.jackson.databind.JsonNode;

/** Answers of AWS's query protocol: each list holds its members by name. */
final class QueryXml {

    private QueryXml() { }

    static String answer(String action, String namespace, JsonNode result, String request) {
        return "<" + action + "Response xmlns=\"" + namespace + "\"><" + action + "Result>" + inner(result) + "</" + action
                + "Result><ResponseMetadata><RequestId>" + request + "</RequestId></ResponseMetadata></" + action + "Response>";
    }

    static String error(AwsRefusal refusal, String namespace, String request) {
        return "<ErrorResponse xmlns=\"" + namespace + "\"><Error><Type>" + (refusal.status() < 500 ? "Sender" : "Receiver")
                + "</Type><Code>" + refusal.code() + "</Code><Message>" + escaped(String.valueOf(refusal.getMessage()))
                + "</Message></Error><RequestId>" + request + "</RequestId></ErrorResponse>";
    }

    private static String inner(JsonNode node) {
        StringBuilder text = new StringBuilder();
        if (node.isArray()) {
            node.forEach(each -> text.append("<member>").append(inner(each)).append("</member>"));
        } else if (node.isObject()) {
            node.properties().forEach(field -> text.append('<').append(field.getKey()).append('>').append(inner(field.getValue()))
                    .append("</").append(field.getKey()).append('>'));
        } else {
            text.append(escaped(node.asText()));
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
