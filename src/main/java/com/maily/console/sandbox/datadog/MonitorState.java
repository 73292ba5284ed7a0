package com.maily.console.sandbox.datadog;

import com.maily.console.sandbox.datadog.Measured.Run;
import com.maily.console.sandbox.datadog.ql.Span;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a monitor's groups are, found out when somebody asks: the minutes before are looked at again instead of remembered. */
record MonitorState(String query, double limit, boolean above) {

    private static final Pattern QUERY = Pattern.compile("(.*?)\\s*(>=?|<=?)\\s*(-?\\d+(?:\\.\\d+)?)\\s*", Pattern.DOTALL);
    private static final long MINUTE = 60;
    private static final long REMEMBERED = 60 * MINUTE;

    /** @param since when it became so, as far as it can be told; seconds since 1970 */
    record Group(String status, long since) { }

    /** @throws DatadogRefusal for a query without a condition */
    static MonitorState of(String query) {
        Matcher found = QUERY.matcher(query);
        if (!found.matches()) {
            throw DatadogRefusal.bad("The value provided for parameter 'query' is invalid");
        }
        return new MonitorState(found.group(1), Double.parseDouble(found.group(3)), found.group(2).startsWith(">"));
    }

    /** By group, {@code service:api,env:production} or {@code *}. */
    Map<String, Group> groups(Measured measured, long now) {
        WindowedQuery asked = WindowedQuery.read(query);
        Span span = asked.span().orElse(new Span(5 * MINUTE, "avg", WindowedQuery.USUAL));
        Map<String, Group> groups = new TreeMap<>();
        long to = now / MINUTE * MINUTE;
        for (Run run : measured.over(asked.query(), span, to - REMEMBERED, to, MINUTE)) {
            groups.put(name(run), group(run, to));
        }
        if (groups.isEmpty()) {
            groups.put("*", new Group("No Data", to - REMEMBERED));
        }
        return groups;
    }

    private static String name(Run run) {
        return run.tags().isEmpty() ? "*" : String.join(",", Measured.texts(run.tags()));
    }

    private Group group(Run run, long to) {
        int last = run.ends().length - 1;
        if (run.ends()[last] / 1000 < to - MINUTE || Double.isNaN(run.values()[last])) {
            return new Group("No Data", run.ends()[last] / 1000);
        }
        boolean bad = violates(run.values()[last]);
        int first = last;
        while (first > 0 && violates(run.values()[first - 1]) == bad) {
            first--;
        }
        return new Group(bad ? "Alert" : "OK", run.ends()[first] / 1000);
    }

    private boolean violates(double value) {
        return above ? value > limit : value < limit;
    }
}
