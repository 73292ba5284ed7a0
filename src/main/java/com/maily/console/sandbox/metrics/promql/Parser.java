package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.promql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Understands a query: words to expression, checked for kinds on the way. */
final class Parser {

    private static final int UNARY_PRECEDENCE = Operator.TIMES.precedence();

    private final Tokens tokens;
    private final KindCheck check;
    private final SelectorParser selectors;

    private Parser(String query) {
        this.tokens = new Tokens(query);
        this.check = new KindCheck(tokens);
        this.selectors = new SelectorParser(tokens);
    }

    static Expression parse(String query) {
        Parser parser = new Parser(query);
        if (parser.tokens.peek().kind() == Kind.END) {
            throw QueryException.parse(query, 0, "no expression found in input");
        }
        Expression all = parser.expression(1);
        Token rest = parser.tokens.peek();
        if (rest.kind() != Kind.END) {
            throw parser.tokens.leftOver(rest);
        }
        return all;
    }

    /** Reads operators that bind at least as tightly as {@code precedence}. */
    private Expression expression(int precedence) {
        Expression left = unary();
        while (true) {
            Optional<Operator> found = Operator.of(tokens.peek());
            if (found.isEmpty() || found.get().precedence() < precedence) {
                return left;
            }
            left = binary(left, found.get());
        }
    }

    private Expression binary(Expression left, Operator operator) {
        int at = tokens.take().at();
        boolean asBool = tokens.peek().isWord("bool");
        if (asBool) {
            check.boolAllowed(operator, at);
            tokens.take();
        }
        Optional<Grouping> matching = matching();
        // ^ is right-associative, all others left.
        Expression right = expression(operator == Operator.POWER ? operator.precedence() : operator.precedence() + 1);
        return check.binary(new Expression.Binary(operator, left, right, matching.orElse(Grouping.ALL), asBool, left.at()), at,
                matching.isPresent());
    }

    private Optional<Grouping> matching() {
        boolean only = tokens.peek().isWord("on");
        if (!only && !tokens.peek().isWord("ignoring")) {
            return Optional.empty();
        }
        tokens.take();
        Grouping matching = new Grouping(only, tokens.takeLabels());
        Token next = tokens.peek();
        if (next.isWord("group_left") || next.isWord("group_right")) {
            throw tokens.error(next.at(), "the sandbox does not know " + next.text());
        }
        return Optional.of(matching);
    }

    private Expression unary() {
        int at = tokens.peek().at();
        if (tokens.takeIf("-")) {
            return check.negated(new Expression.Negated(expression(UNARY_PRECEDENCE + 1), at));
        }
        return tokens.takeIf("+") ? expression(UNARY_PRECEDENCE + 1) : selectors.suffixed(primary());
    }

    private Expression primary() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NUMBER -> new Expression.Number(number(tokens.take()), token.at());
            case STRING -> new Expression.Text(tokens.take().text(), token.at());
            case NAME -> word(token);
            case SYMBOL -> symbol(token);
            case DURATION, END -> throw tokens.unexpected(token, "", "");
        };
    }

    private Expression symbol(Token token) {
        if (token.is("{")) {
            return selectors.selector("", token.at());
        }
        if (!tokens.takeIf("(")) {
            throw tokens.unexpected(token, "", "");
        }
        Expression inner = expression(1);
        tokens.takeClosing();
        return inner;
    }

    private Expression word(Token token) {
        if (token.isWord("inf") || token.isWord("nan")) {
            tokens.take();
            return new Expression.Number(token.isWord("nan") ? Double.NaN : Double.POSITIVE_INFINITY, token.at());
        }
        Token second = tokens.peekSecond();
        Optional<Aggregation> aggregation = Aggregation.of(token);
        if (aggregation.isPresent() && (second.is("(") || second.isWord("by") || second.isWord("without"))) {
            tokens.take();
            return aggregate(aggregation.get(), token.at());
        }
        tokens.take();
        return second.is("(") ? call(token) : selectors.selector(token.text(), token.at());
    }

    private Expression aggregate(Aggregation aggregation, int at) {
        Optional<Grouping> before = grouping();
        tokens.take("(", "in aggregation", "");
        Expression inner = expression(1);
        tokens.takeClosing();
        Grouping grouping = before.or(this::grouping).orElse(Grouping.NONE);
        check.expect(inner, ValueKind.VECTOR, "aggregation expression");
        return new Expression.Aggregate(aggregation, grouping, inner, at);
    }

    private Optional<Grouping> grouping() {
        boolean only = tokens.takeWord("by");
        return only || tokens.takeWord("without") ? Optional.of(new Grouping(only, tokens.takeLabels())) : Optional.empty();
    }

    private Expression call(Token name) {
        Function function = Function.of(name.text())
                .orElseThrow(() -> tokens.error(name.at(), "unknown function with name \"" + name.text() + '"'));
        tokens.take();
        List<Expression> arguments = new ArrayList<>();
        if (!tokens.peek().is(")")) {
            do {
                arguments.add(expression(1));
            } while (tokens.takeIf(","));
        }
        tokens.takeClosing();
        return check.call(new Expression.Call(function, arguments, name.at()));
    }

    private double number(Token token) {
        String text = token.text();
        return text.startsWith("0x") || text.startsWith("0X") ? Long.parseLong(text.substring(2), 16) : Double.parseDouble(text);
    }
}
