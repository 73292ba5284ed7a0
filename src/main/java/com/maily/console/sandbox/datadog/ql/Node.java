package com.maily.console.sandbox.datadog.ql;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A query as a tree. */
public sealed interface Node {

    record Number(double value) implements Node { }

    /** @param operator one of {@code + - * /} */
    record Binary(char operator, Node left, Node right) implements Node { }

    record Call(String function, List<Node> arguments) implements Node {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A quoted argument of a function. */
    record Word(String text) implements Node { }

    /** In a formula, another query. */
    record Name(String name) implements Node { }

    record Metric(Term term) implements Node { }

    /** The tree with each name replaced. @throws BadQuery for a name that is not in {@code queries} */
    default Node with(Map<String, Node> queries) {
        return switch (this) {
            case Name(String name) -> {
                Node query = queries.get(name);
                if (query == null) {
                    throw new BadQuery("Invalid formula: unknown query name '" + name + "'.");
                }
                yield query;
            }
            case Binary(char operator, Node left, Node right) -> new Binary(operator, left.with(queries), right.with(queries));
            case Call(String function, List<Node> arguments) ->
                    new Call(function, arguments.stream().map(argument -> argument.with(queries)).toList());
            case Number _, Word _, Metric _ -> this;
        };
    }

    /** The metrics asked, in their order. */
    default List<Term> terms() {
        return switch (this) {
            case Metric(Term term) -> List.of(term);
            case Binary(char _, Node left, Node right) ->
                    Stream.concat(left.terms().stream(), right.terms().stream()).toList();
            case Call(String _, List<Node> arguments) -> arguments.stream().flatMap(argument -> argument.terms().stream())
                    .toList();
            case Number _, Word _, Name _ -> List.of();
        };
    }
}
