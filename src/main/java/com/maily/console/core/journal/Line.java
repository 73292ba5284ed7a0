package com.maily.console.core.journal;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * An entry as text, exactly as it is stored, hashed and exported. Hashes are made and checked on this, never on what a reader
 * understood of it, so that a journal with fields this program does not know yet still verifies.
 *
 * @param at    ISO-8601
 * @param event canonical JSON
 */
public record Line(long sequence, String at, String deployment, String actorName, String actorSource, String event,
        String previous, String hash) {

    /** The text whose UTF-8 bytes are hashed: {@link #json} without its {@code "hash"} member. */
    public String canonical() {
        return text("");
    }

    /** One line of an export. */
    public String json() {
        return text("\"hash\":\"" + hash + "\",");
    }

    private String text(String hashMember) {
        return "{\"actor\":{\"name\":\"" + quoted(actorName) + "\",\"source\":\"" + quoted(actorSource) + "\"},\"at\":\""
                + quoted(at) + "\",\"deployment\":\"" + quoted(deployment) + "\",\"event\":" + event + "," + hashMember
                + "\"previous\":\"" + quoted(previous) + "\",\"sequence\":" + sequence + "}";
    }

    private static String quoted(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    Line withHash(String newHash) {
        return new Line(sequence, at, deployment, actorName, actorSource, event, previous, newHash);
    }
}
