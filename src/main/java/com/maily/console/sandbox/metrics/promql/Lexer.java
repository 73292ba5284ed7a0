package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.promql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into words. */
final class Lexer {

    private static final Pattern BLANK = Pattern.compile("(?:\\s|#[^\\n]*)+");
    private static final Pattern DURATION = Pattern.compile("(?:\\d+(?:ms|[smhdwy]))+(?![\\w.])");
    private static final Pattern NUMBER = Pattern.compile("0[xX][0-9a-fA-F]+|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*'|`[^`]*`");
    private static final Pattern SYMBOL = Pattern.compile("=~|!~|!=|==|>=|<=|[-+*/%^(){}\\[\\],=<>:@]");

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String query) {
        this.query = query;
    }

    static List<Token> cut(String query) {
        return new Lexer(query).cut();
    }

    private List<Token> cut() {
        skipBlank();
        while (at < query.length()) {
            if (!next(Kind.STRING, STRING) && !next(Kind.DURATION, DURATION) && !next(Kind.NUMBER, NUMBER)
                    && !next(Kind.NAME, NAME) && !next(Kind.SYMBOL, SYMBOL)) {
                throw unexpected();
            }
            skipBlank();
        }
        tokens.add(new Token(Kind.END, "", query.length()));
        return tokens;
    }

    private QueryException unexpected() {
        char found = query.charAt(at);
        return QueryException.parse(query, at, found == '"' || found == '\'' || found == '`'
                ? "unterminated quoted string" : "unexpected character: '" + found + "'");
    }

    private void skipBlank() {
        Matcher blank = BLANK.matcher(query).region(at, query.length());
        if (blank.lookingAt()) {
            at = blank.end();
        }
    }

    private boolean next(Kind kind, Pattern pattern) {
        Matcher found = pattern.matcher(query).region(at, query.length());
        if (!found.lookingAt()) {
            return false;
        }
        String text = found.group();
        tokens.add(new Token(kind, kind == Kind.STRING ? unquoted(text) : text, at));
        at = found.end();
        return true;
    }

    private static String unquoted(String text) {
        String inner = text.substring(1, text.length() - 1);
        return text.charAt(0) == '`' ? inner : inner.translateEscapes();
    }
}
