package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.promql.Token.Kind;
import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code name{label="value"}[range] offset duration}. */
final class SelectorParser {

    private final Tokens tokens;

    SelectorParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Reads what follows {@code name}, which may be empty and stands at {@code at}. */
    Expression.Selector selector(String name, int at) {
        List<Matcher> matchers = new ArrayList<>();
        if (!name.isEmpty()) {
            matchers.add(new Matcher.Equal(Labels.NAME, name));
        }
        if (tokens.takeIf("{")) {
            braces(matchers);
        }
        if (matchers.stream().allMatch(Matcher::acceptsEmpty)) {
            throw tokens.error(at, "vector selector must contain at least one non-empty matcher");
        }
        return new Expression.Selector(matchers, 0, at);
    }

    private void braces(List<Matcher> matchers) {
        tokens.requireClosing("}");
        while (!tokens.takeIf("}")) {
            matchers.add(matcher());
            if (!tokens.takeIf(",")) {
                tokens.take("}", "in label matching", "\",\" or \"}\"");
                return;
            }
        }
    }

    private Matcher matcher() {
        String label = tokens.take(Kind.NAME, "in label matching", "identifier or \"}\"").text();
        Token operator = tokens.take();
        Token value = tokens.take(Kind.STRING, "in label matching", "string");
        return switch (operator.text()) {
            case "=" -> new Matcher.Equal(label, value.text());
            case "!=" -> new Matcher.NotEqual(label, value.text());
            case "=~" -> new Matcher.Like(label, pattern(value));
            case "!~" -> new Matcher.Unlike(label, pattern(value));
            default -> throw tokens.unexpected(operator, "in label matching", "label matching operator");
        };
    }

    private Pattern pattern(Token value) {
        try {
            return Pattern.compile(value.text(), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw tokens.error(value.at(), "error parsing regexp: " + e.getDescription() + ": `^(?:" + value.text() + ")$`");
        }
    }

    /** Reads a range and an offset after {@code expression}, where there are any. */
    Expression suffixed(Expression expression) {
        Expression ranged = tokens.peek().is("[") ? ranged(expression) : expression;
        Token next = tokens.peek();
        if (next.is("@")) {
            throw tokens.error(next.at(), "the sandbox does not know the @ modifier");
        }
        return tokens.takeWord("offset") ? shifted(ranged, next) : ranged;
    }

    private Expression ranged(Expression expression) {
        Token bracket = tokens.take();
        long range = duration("in subquery selector");
        if (tokens.peek().is(":")) {
            throw tokens.error(tokens.peek().at(), "the sandbox does not know subqueries");
        }
        tokens.take("]", "in subquery selector", "\"]\"");
        if (expression instanceof Expression.Selector selector) {
            return new Expression.RangeSelector(selector, range, selector.at());
        }
        throw tokens.error(bracket.at(), "ranges only allowed for vector selectors");
    }

    private Expression shifted(Expression expression, Token word) {
        boolean forward = tokens.takeIf("-");
        long offset = forward ? -duration("in offset") : duration("in offset");
        if (expression instanceof Expression.Selector selector) {
            return shifted(selector, offset);
        }
        if (expression instanceof Expression.RangeSelector(Expression.Selector selector, long range, int at)) {
            return new Expression.RangeSelector(shifted(selector, offset), range, at);
        }
        throw tokens.error(word.at(), "offset modifier must be preceded by an instant vector selector or range vector selector"
                + " or a subquery");
    }

    private static Expression.Selector shifted(Expression.Selector selector, long offset) {
        return new Expression.Selector(selector.matchers(), offset, selector.at());
    }

    private long duration(String where) {
        Token token = tokens.take(Kind.DURATION, where, "duration");
        long millis = Durations.millis(token.text())
                .orElseThrow(() -> tokens.error(token.at(), "not a valid duration string: \"" + token.text() + '"'));
        if (millis == 0) {
            throw tokens.error(token.at(), "duration must be greater than 0");
        }
        return millis;
    }
}
