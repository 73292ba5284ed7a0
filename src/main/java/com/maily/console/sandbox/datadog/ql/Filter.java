package com.maily.console.sandbox.datadog.ql;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands in a query's braces, as PromQL's matchers. {@code OR} and variables are not known. */
final class Filter {

    private static final Pattern ONE = Pattern.compile("(!|NOT\\s+)?([A-Za-z][\\w.]*):([\\w./*-]+)");
    private static final Pattern IN = Pattern.compile("([A-Za-z][\\w.]*)\\s+(NOT\\s+)?IN\\s*\\(([\\w./*,\\s-]+)\\)");
    /** Commas in the list of an IN divide nothing. */
    private static final Pattern BETWEEN = Pattern.compile(",(?![^(]*\\))|\\s+AND\\s+");

    private Filter() { }

    static String matchers(String filter) {
        String text = filter.strip();
        return text.equals("*") ? "" : BETWEEN.splitAsStream(text).map(String::strip).map(Filter::matcher)
                .collect(Collectors.joining(","));
    }

    private static String matcher(String condition) {
        Matcher in = IN.matcher(condition);
        if (in.matches()) {
            String values = Arrays.stream(in.group(3).split(",")).map(String::strip).map(Filter::pattern)
                    .collect(Collectors.joining("|"));
            return KnownMetric.label(in.group(1)) + (in.group(2) == null ? "=~" : "!~") + '"' + values + '"';
        }
        Matcher one = ONE.matcher(condition);
        if (!one.matches()) {
            throw BadQuery.at("scope_expr", condition);
        }
        boolean not = one.group(1) != null;
        if (one.group(2).equals("status_class")) {
            return "code" + (not ? "!~" : "=~") + '"' + one.group(3).replace("xx", "..") + '"';
        }
        return KnownMetric.label(one.group(2)) + (not ? "!~" : "=~") + '"' + pattern(one.group(3)) + '"';
    }

    private static String pattern(String value) {
        return value.replace(".", "\\\\.").replace("*", ".*");
    }
}
