package com.maily.console.core.port;

/**
 * What an inspection found for one subject.
 *
 * @param subject what was looked at: {@code api}, {@code kubernetes}
 * @param detail  one short sentence: the proof, or what is wrong
 */
public record Finding(String subject, Result result, String detail) {
    /** UNKNOWN is never treated as good. */
    public enum Result { GOOD, BAD, UNKNOWN }
}
