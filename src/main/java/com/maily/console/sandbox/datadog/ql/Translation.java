package com.maily.console.sandbox.datadog.ql;

import java.util.List;
import java.util.Locale;

/** Turns a query into PromQL for the values of one span. */
public final class Translation {

    /** Datadog has no error for a metric nobody ever sent: it has no data. */
    private static final String NEVER_SENT = "never_sent";

    private Translation() { }

    /** @throws BadQuery for what the sandbox does not know */
    public static String promQl(Node node, Span span) {
        return switch (node) {
            case Node.Number(double value) -> Double.toString(value);
            case Node.Binary(char operator, Node left, Node right) -> "(" + promQl(left, span) + " " + operator + " "
                    + promQl(right, span) + ")";
            case Node.Call(String function, List<Node> arguments) -> call(function, arguments, span);
            case Node.Metric(Term term) -> metric(term, span);
            case Node.Word(String text) -> throw BadQuery.at("expression", text);
            case Node.Name(String name) -> throw BadQuery.at("scope_expr", name);
        };
    }

    /** The label under which the sandbox keeps a tag. */
    public static String label(String tag) {
        return KnownMetric.label(tag);
    }

    private static String call(String function, List<Node> arguments, Span span) {
        return switch (function) {
            case "default_zero" -> "(" + promQl(arguments.getFirst(), span) + " or vector(0))";
            case "abs" -> "abs(" + promQl(arguments.getFirst(), span) + ")";
            case "moving_rollup" -> moving(arguments, span);
            default -> throw new BadQuery("The sandbox does not know the function '" + function + "'.");
        };
    }

    private static String moving(List<Node> arguments, Span span) {
        if (arguments.size() == 3 && arguments.get(1) instanceof Node.Number(double seconds)
                && arguments.get(2) instanceof Node.Word(String aggregator)) {
            return promQl(arguments.getFirst(), new Span((long) seconds, aggregator, span.interval()));
        }
        throw new BadQuery("moving_rollup takes a query, seconds and an aggregator.");
    }

    private static String metric(Term term, Span span) {
        String how = span.aggregator().isEmpty() ? term.rollup().map(Term.Rollup::aggregator).orElse("") : span.aggregator();
        return KnownMetric.of(term.metric()).map(known -> switch (known.kind()) {
            case COUNT -> over(term, count(term, known, how, span));
            case GAUGE -> over(term, timed(how, selector(term, known.stored(), span.seconds())));
            case DISTRIBUTION -> distribution(term, known, span);
        }).orElseGet(() -> grouped("sum", term, timed("", selector(term, NEVER_SENT, span.seconds()))));
    }

    private static String count(Term term, KnownMetric known, String how, Span span) {
        String counter = selector(term, known.stored(), span.seconds());
        if (term.rate()) {
            return "rate(" + counter + ")";
        }
        return switch (how) {
            case "", "sum" -> "increase(" + counter + ")";
            case "avg" -> "increase(" + counter + ") * " + (double) span.interval() / span.seconds();
            default -> throw new BadQuery("The sandbox does not know the " + how + " of counts over a time.");
        };
    }

    private static String timed(String how, String selector) {
        return switch (how) {
            case "", "avg" -> "avg_over_time(" + selector + ")";
            case "sum", "min", "max", "count" -> how + "_over_time(" + selector + ")";
            default -> throw new BadQuery("The sandbox does not know the " + how + " of a gauge.");
        };
    }

    private static String distribution(Term term, KnownMetric known, Span span) {
        String over = term.over().toLowerCase(Locale.ROOT);
        if (over.startsWith("p")) {
            List<String> by = KnownMetric.labels(term.by());
            String kept = by.isEmpty() ? "le" : "le," + String.join(",", by);
            return "histogram_quantile(" + Double.parseDouble(over.substring(1)) / 100 + ", sum by (" + kept + ") (rate("
                    + selector(term, known.stored() + "_bucket", span.seconds()) + ")))";
        }
        String all = grouped("sum", term, "increase(" + selector(term, known.stored() + "_count", span.seconds()) + ")");
        String time = grouped("sum", term, "increase(" + selector(term, known.stored() + "_sum", span.seconds()) + ")");
        return switch (over) {
            case "count" -> all;
            case "sum" -> time;
            case "avg" -> "(" + time + " / " + all + ")";
            default -> throw new BadQuery("The sandbox does not know the " + over + " of a distribution.");
        };
    }

    private static String over(Term term, String inner) {
        if (term.over().startsWith("p")) {
            throw new BadQuery("Percentiles are not enabled for the metric " + term.metric() + ".");
        }
        return grouped(term.over(), term, inner);
    }

    private static String grouped(String aggregation, Term term, String inner) {
        return aggregation + (term.by().isEmpty() ? "" : " by (" + String.join(",", KnownMetric.labels(term.by())) + ")") + " ("
                + inner + ")";
    }

    private static String selector(Term term, String name, long seconds) {
        return name + "{" + Filter.matchers(term.filter()) + "}[" + seconds + "s]";
    }
}
