package com.maily.console.sandbox.datadog.ql;

/** A query that cannot be read or evaluated, in Datadog's words. */
public final class BadQuery extends RuntimeException {

    BadQuery(String message) {
        super(message);
    }

    /** @param rest from where on it makes no sense */
    static BadQuery at(String rule, String rest) {
        return new BadQuery("Error parsing query: unable to parse: Rule '" + rule + "' didn't match at '"
                + rest.substring(0, Math.min(rest.length(), 40)) + "'.");
    }

    public String said() {
        return String.valueOf(getMessage());
    }
}
