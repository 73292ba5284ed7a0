package com.maily.console.sandbox.metrics.promql;

/** Why a query has no answer, in Prometheus' own words. */
public final class QueryException extends RuntimeException {

    /** Whether the query was wrong, or only failed on the data there is. */
    public enum Kind { BAD_DATA, EXECUTION }

    private final Kind kind;

    private QueryException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public static QueryException badData(String message) {
        return new QueryException(Kind.BAD_DATA, message);
    }

    static QueryException execution(String message) {
        return new QueryException(Kind.EXECUTION, message);
    }

    /** @param at offset of the culprit in {@code query} */
    static QueryException parse(String query, int at, String message) {
        int line = 1 + (int) query.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = at - query.lastIndexOf('\n', at - 1);
        return badData(line + ":" + column + ": parse error: " + message);
    }
}
