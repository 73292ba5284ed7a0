package com.maily.console.sandbox.metrics;

import com.maily.console.core.port.Time;
import com.maily.console.sandbox.metrics.promql.Outcome;
import com.maily.console.sandbox.metrics.promql.PromQl;
import com.maily.console.sandbox.metrics.promql.QueryException;
import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.Matcher;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import com.maily.console.sandbox.metrics.store.TimeSeries;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What each path of the API answers. Called inside the clock's lock. */
final class QueryApi {

    private static final Pattern LABEL_VALUES = Pattern.compile("/api/v1/label/([^/]+)/values");
    private static final Pattern LABEL_NAME = Pattern.compile("[a-zA-Z_]\\w*");

    private final SeriesStore store;
    private final PromQl promQl;
    private final Time clock;

    QueryApi(SeriesStore store, Time clock) {
        this.store = store;
        this.promQl = new PromQl(store);
        this.clock = clock;
    }

    Reply answer(String path, String address, Parameters parameters) {
        try {
            return switch (path) {
                case "/api/v1/query" -> Reply.json(AnswerWriter.success(instant(parameters)));
                case "/api/v1/query_range" -> Reply.json(AnswerWriter.success(range(parameters)));
                case "/api/v1/series" -> Reply.json(AnswerWriter.series(series(parameters)));
                case "/api/v1/labels" -> Reply.json(AnswerWriter.texts(selected(parameters)
                        .flatMap(series -> series.labels().asMap().keySet().stream()).sorted().distinct().toList()));
                case "/api/v1/status/buildinfo" -> Reply.json(AnswerWriter.buildInfo());
                case "/api/v1/targets" -> Reply.json(AnswerWriter.targets(address, clock.instant().toString(), ""));
                case "/-/ready" -> Reply.text(200, "Prometheus Server is Ready.\n");
                case "/-/healthy" -> Reply.text(200, "Prometheus Server is Healthy.\n");
                case "/metrics" -> new Reply(200, Exposition.CONTENT_TYPE, Map.of(), Exposition.of(store));
                default -> labelValues(path, parameters);
            };
        } catch (QueryException e) {
            return switch (e.kind()) {
                case BAD_DATA -> Reply.badData(e.getMessage());
                case EXECUTION -> Reply.error(422, "execution", e.getMessage());
            };
        }
    }

    private Outcome instant(Parameters parameters) {
        long at = parameters.time("time", clock.instant().toEpochMilli());
        checkTimeout(parameters);
        return named("query", () -> promQl.instant(parameters.get("query"), at));
    }

    private Outcome range(Parameters parameters) {
        long start = parameters.requiredTime("start");
        long end = parameters.requiredTime("end");
        if (end < start) {
            throw Parameters.invalid("end", "end timestamp must not be before start time");
        }
        long step = parameters.duration("step");
        if (step <= 0) {
            throw Parameters.invalid("step",
                    "zero or negative query resolution step widths are not accepted. Try a positive integer");
        }
        checkTimeout(parameters);
        return promQl.range(parameters.get("query"), start, end, step);
    }

    private static void checkTimeout(Parameters parameters) {
        if (!parameters.get("timeout").isEmpty()) {
            parameters.duration("timeout");
        }
    }

    private List<Labels> series(Parameters parameters) {
        if (parameters.all("match[]").isEmpty()) {
            throw QueryException.badData("no match[] parameter provided");
        }
        return selected(parameters).map(TimeSeries::labels).sorted().toList();
    }

    private Stream<TimeSeries> selected(Parameters parameters) {
        List<List<Matcher>> wanted = parameters.all("match[]").stream()
                .map(text -> named("match[]", () -> PromQl.selector(text))).toList();
        return wanted.isEmpty() ? store.all().stream() : wanted.stream().flatMap(set -> store.select(set).stream()).distinct();
    }

    private Reply labelValues(String path, Parameters parameters) {
        java.util.regex.Matcher found = LABEL_VALUES.matcher(path);
        if (!found.matches()) {
            return Reply.text(404, "404 page not found\n");
        }
        String label = found.group(1);
        if (!LABEL_NAME.matcher(label).matches()) {
            return Reply.badData("invalid label name: \"" + label + '"');
        }
        return Reply.json(AnswerWriter.texts(selected(parameters).map(series -> series.labels().get(label))
                .filter(value -> !value.isEmpty()).sorted().distinct().toList()));
    }

    /** Prometheus says which parameter is bad; errors of evaluation are no parameter's fault. */
    private static <T> T named(String parameter, Supplier<T> work) {
        try {
            return work.get();
        } catch (QueryException e) {
            throw e.kind() == QueryException.Kind.BAD_DATA ? Parameters.invalid(parameter, e.getMessage()) : e;
        }
    }
}
