package com.maily.console.platforms.aws;

import com.maily.console.sandbox.LoopbackServer;
import com.maily.console.sandbox.aws.AwsFace;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * CloudWatch's GetMetricData by hand, after its API reference: names and periods are checked, results come oldest first and in
 * pages. A period's value is its length in seconds plus 1 for each earlier period of the hour, so that a wrong one is seen.
 */
final class FakeCloudWatch implements AutoCloseable {

    /** One query of a request, without the path to it. */
    record Asked(Map<String, String> fields) {

        String get(String name) {
            return fields.getOrDefault(name, "");
        }

        int period() {
            return Integer.parseInt(fields.containsKey("Period") ? get("Period") : get("MetricStat.Period"));
        }
    }

    final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    /** Values on one page. */
    volatile int page = 10_000;
    volatile String status = "Complete";
    private final LoopbackServer server = new LoopbackServer("CloudWatch", this::handle);

    Map<String, String> settings(Path folder) {
        Path credentials = folder.resolve("credentials");
        AwsFace.writeCredentials(credentials);
        return Map.of("region", "eu-central-1", "endpoint", server.address().toString(), "credentials", credentials.toString());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(form);
            List<Asked> asked = asked(form);
            String wrong = asked.stream().map(FakeCloudWatch::wrong).filter(why -> !why.isEmpty()).findFirst().orElse("");
            boolean me = "GetCallerIdentity".equals(form.get("Action"));
            String body = me ? "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/console</Arn>"
                    + "</GetCallerIdentityResult></GetCallerIdentityResponse>" : wrong.isEmpty() ? answer(form, asked)
                    : "<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>" + wrong
                    + "</Message></Error><RequestId>1</RequestId></ErrorResponse>";
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(wrong.isEmpty() ? 200 : 400, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String wrong(Asked asked) {
        int period = asked.period();
        if (!asked.get("Id").matches("[a-z][A-Za-z0-9_]*")) {
            return "The value " + asked.get("Id") + " for parameter Id is not matching.";
        }
        if (period % 60 != 0 && !List.of(1, 5, 10, 20, 30).contains(period)) {
            return "The value " + period + " for parameter MetricDataQueries.member.1.Period is invalid.";
        }
        return asked.get("Expression").contains("((") ? "Error in expression '" + asked.get("Id") + "': Syntax error" : "";
    }

    private String answer(Map<String, String> form, List<Asked> asked) {
        int from = Integer.parseInt(form.getOrDefault("NextToken", "0"));
        Instant start = Instant.parse(form.get("StartTime"));
        Instant end = Instant.parse(form.get("EndTime"));
        StringBuilder results = new StringBuilder();
        boolean more = false;
        for (Asked one : asked) {
            if (one.get("ReturnData").equals("false")) {
                continue;
            }
            List<Instant> all = one.get("MetricStat.Metric.MetricName").equals("Nothing") ? List.of() : periods(start, end, one.period());
            List<Instant> now = all.subList(Math.min(from, all.size()), Math.min(from + page, all.size()));
            more |= all.size() > from + page;
            results.append(result(one, now, all.size() > from + page ? "PartialData" : status));
        }
        return "<GetMetricDataResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><GetMetricDataResult>"
                + "<MetricDataResults>" + results + "</MetricDataResults>" + (more ? "<NextToken>" + (from + page) + "</NextToken>" : "")
                + "</GetMetricDataResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetMetricDataResponse>";
    }

    private static List<Instant> periods(Instant start, Instant end, int period) {
        List<Instant> all = new ArrayList<>();
        for (Instant at = start; at.isBefore(end); at = at.plusSeconds(period)) {
            all.add(at);
        }
        return all;
    }

    private static String result(Asked asked, List<Instant> periods, String status) {
        StringBuilder times = new StringBuilder();
        StringBuilder values = new StringBuilder();
        periods.forEach(at -> {
            times.append("<member>").append(at).append("</member>");
            values.append("<member>").append(value(at, asked.period())).append("</member>");
        });
        return "<member><Id>" + asked.get("Id") + "</Id><Label>" + asked.get("Id") + "</Label><Timestamps>" + times + "</Timestamps><Values>"
                + values + "</Values><StatusCode>" + status + "</StatusCode></member>";
    }

    static double value(Instant begin, int period) {
        return period + begin.getEpochSecond() % 3_600 / period;
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return fields;
    }

    static List<Asked> asked(Map<String, String> form) {
        List<Asked> asked = new ArrayList<>();
        for (int index = 1; form.containsKey("MetricDataQueries.member." + index + ".Id"); index++) {
            String path = "MetricDataQueries.member." + index + ".";
            Map<String, String> fields = new HashMap<>();
            form.forEach((key, value) -> {
                if (key.startsWith(path)) {
                    fields.put(key.substring(path.length()), value);
                }
            });
            asked.add(new Asked(fields));
        }
        return asked;
    }

    @Override
    public void close() {
        server.close();
    }
}
