package com.maily.console.sandbox.datadog.ql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a query or a formula from left to right. */
public final class QueryReader {

    private static final Pattern BLANK = Pattern.compile("\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private final String text;
    private int at;

    private QueryReader(String text) {
        this.text = text;
    }

    /** @throws BadQuery when it cannot be read */
    public static Node read(String text) {
        QueryReader reader = new QueryReader(text);
        Node node = reader.sum();
        if (reader.at < text.length()) {
            throw BadQuery.at("end_of_query", text.substring(reader.at));
        }
        return node;
    }

    private Node sum() {
        Node left = product();
        while (next('+') || next('-')) {
            left = new Node.Binary(take(), left, product());
        }
        return left;
    }

    private Node product() {
        Node left = unary();
        while (next('*') || next('/')) {
            left = new Node.Binary(take(), left, unary());
        }
        return left;
    }

    private Node unary() {
        if (next('-')) {
            take();
            return new Node.Binary('-', new Node.Number(0), unary());
        }
        if (next('(')) {
            take();
            Node inner = sum();
            close();
            return inner;
        }
        return leaf();
    }

    private Node leaf() {
        Matcher term = Term.matcher(text).region(at, text.length());
        if (term.lookingAt()) {
            Node node = new Node.Metric(Term.of(term));
            go(term.end());
            return node;
        }
        Matcher word = WORD.matcher(text).region(at, text.length());
        if (word.lookingAt()) {
            go(word.end());
            return new Node.Word(word.group(1) == null ? word.group(2) : word.group(1));
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            go(number.end());
            return new Node.Number(Double.parseDouble(number.group()));
        }
        return named();
    }

    private Node named() {
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (!name.lookingAt() || name.end() < text.length() && text.charAt(name.end()) == ':') {
            throw BadQuery.at("scope_expr", text.substring(at));
        }
        go(name.end());
        if (!next('(')) {
            return new Node.Name(name.group());
        }
        take();
        List<Node> arguments = new ArrayList<>(List.of(sum()));
        while (next(',')) {
            take();
            arguments.add(sum());
        }
        close();
        return new Node.Call(name.group(), arguments);
    }

    private void close() {
        if (!next(')')) {
            throw BadQuery.at("closing_parenthesis", text.substring(at));
        }
        take();
    }

    private boolean next(char wanted) {
        skip();
        return at < text.length() && text.charAt(at) == wanted;
    }

    private char take() {
        char taken = text.charAt(at++);
        skip();
        return taken;
    }

    private void go(int to) {
        at = to;
        skip();
    }

    private void skip() {
        Matcher blank = BLANK.matcher(text).region(at, text.length());
        if (blank.lookingAt()) {
            at = blank.end();
        }
    }
}
