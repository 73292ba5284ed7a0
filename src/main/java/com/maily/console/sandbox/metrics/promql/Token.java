package com.maily.console.sandbox.metrics.promql;

/** One word of a query. @param at its offset in the query */
record Token(Kind kind, String text, int at) {

    enum Kind { NAME, NUMBER, DURATION, STRING, SYMBOL, END }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    /** As Prometheus names it in messages. */
    String described() {
        return switch (kind) {
            case NAME -> "identifier \"" + text + '"';
            case NUMBER -> "number \"" + text + '"';
            case DURATION -> "duration \"" + text + '"';
            case STRING -> "string \"" + text + '"';
            case SYMBOL -> symbolDescribed();
            case END -> "end of input";
        };
    }

    private String symbolDescribed() {
        return "(){}[],:".contains(text) ? '"' + text + '"' : "<op:" + text + '>';
    }
}
