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
        return switch (text) {
            case "(" -> "left parenthesis '('";
            case ")" -> "right parenthesis ')'";
            case "{" -> "left brace '{'";
            case "}" -> "right brace '}'";
            case "[" -> "left bracket '['";
            case "]" -> "right bracket ']'";
            case "," -> "comma ','";
            default -> "<op:" + text + '>';
        };
    }
}
