package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.promql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The words of a query, read from left to right. */
final class Tokens {

    private final String query;
    private final List<Token> tokens;
    private int next;

    Tokens(String query) {
        this.query = query;
        this.tokens = Lexer.cut(query);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean takeIf(String symbol) {
        boolean found = peek().is(symbol);
        if (found) {
            take();
        }
        return found;
    }

    boolean takeWord(String word) {
        boolean found = peek().isWord(word);
        if (found) {
            take();
        }
        return found;
    }

    Token take(Kind kind, String where, String expected) {
        Token token = take();
        if (token.kind() != kind) {
            throw unexpected(token, where, expected);
        }
        return token;
    }

    void take(String symbol, String where, String expected) {
        Token token = take();
        if (!token.is(symbol)) {
            throw unexpected(token, where, expected);
        }
    }

    /** Closes a parenthesis; Prometheus' lexer notices a missing one before its parser does. */
    void takeClosing() {
        if (peek().kind() == Kind.END) {
            throw error(peek().at(), "unclosed left parenthesis");
        }
        take(")", "", "");
    }

    /** Prometheus' lexer notices a missing brace before its parser asks for anything. */
    void requireClosing(String brace) {
        if (tokens.stream().skip(next).noneMatch(token -> token.is(brace))) {
            throw error(query.length(), "unexpected end of input inside braces");
        }
    }

    /** Reads {@code (a, b, c)}, a comma after the last one allowed. */
    List<String> takeLabels() {
        take("(", "in grouping opts", "\"(\"");
        List<String> labels = new ArrayList<>();
        while (!takeIf(")")) {
            labels.add(take(Kind.NAME, "in grouping opts", "label").text());
            if (!takeIf(",")) {
                take(")", "in grouping opts", "\",\" or \")\"");
                break;
            }
        }
        return labels;
    }

    /** Refuses what follows a whole expression; closing brackets without an opening one are noticed just after them. */
    QueryException leftOver(Token rest) {
        return switch (rest.text()) {
            case ")" -> error(rest.at() + 1, "unexpected right parenthesis ')'");
            case "]" -> error(rest.at() + 1, "unexpected right bracket ']'");
            case "}" -> error(rest.at() + 1, "unexpected right brace '}'");
            default -> unexpected(rest, "", "");
        };
    }

    QueryException unexpected(Token token, String where, String expected) {
        return error(token.at(), "unexpected " + token.described() + (where.isEmpty() ? "" : " " + where)
                + (expected.isEmpty() ? "" : ", expected " + expected));
    }

    QueryException error(int at, String message) {
        return QueryException.parse(query, at, message);
    }
}
