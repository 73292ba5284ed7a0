package com.maily.console.platforms.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/**
 * A query of the workspace file: a list of {@code MetricDataQueries} as {@code aws cloudwatch get-metric-data} takes it, or one
 * expression. Periods are set here, since a chart's step decides over them.
 *
 * @param nodes  each with its {@code Id}
 * @param period the longest that the query names, which may be {@code ${window}}; a minute where it names none
 */
record CloudWatchQuery(List<JsonNode> nodes, Duration period) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Of metrics with high resolution; all other periods are whole minutes. */
    private static final List<Integer> SHORT = List.of(1, 5, 10, 20, 30);

    /** @throws FailureException {@code Rejected} for JSON that is no list of queries */
    static CloudWatchQuery of(String text) {
        if (!text.strip().startsWith("[")) {
            JsonNode alone = JsonNodeFactory.instance.objectNode().put("Id", "e").put("Expression", text.strip());
            return new CloudWatchQuery(List.of(alone), MINUTE);
        }
        try {
            List<JsonNode> nodes = new ArrayList<>();
            JSON.readTree(text).forEach(nodes::add);
            if (nodes.isEmpty() || nodes.stream().anyMatch(node -> node.path("Id").asText().isEmpty())) {
                throw rejected("Each of its queries needs an Id.");
            }
            Duration longest = nodes.stream().flatMap(node -> node.findValues("Period").stream()).map(CloudWatchQuery::period)
                    .max(Duration::compareTo).orElse(MINUTE);
            return new CloudWatchQuery(List.copyOf(nodes), longest);
        } catch (JsonProcessingException e) {
            throw rejected("It begins like a list and is no JSON: " + e.getOriginalMessage() + ".");
        }
    }

    private static FailureException rejected(String why) {
        return new FailureException(new Failure.Rejected("The CloudWatch query can't be read", why,
                "Write MetricDataQueries as the aws command takes them, or one expression."));
    }

    private static Duration period(JsonNode given) {
        int seconds = Integer.parseInt("0" + given.asText().replaceAll("\\D", ""));
        return given.isNumber() && SHORT.contains(seconds) ? Duration.ofSeconds(seconds) : minutes(Duration.ofSeconds(seconds));
    }

    private static Duration minutes(Duration time) {
        return Duration.ofMinutes(Math.max(1, Math.ceilDiv(time.toSeconds(), 60)));
    }

    /** The period to ask for, so that no time lies between two samples that is in neither. */
    Duration period(Duration step) {
        return period.compareTo(step) >= 0 ? period : minutes(step);
    }

    /** @param prefix keeps its names from those of other queries in the same request */
    List<MetricDataQuery> asked(String prefix, Duration over) {
        return nodes.stream().map(node -> asked(node, prefix, (int) over.toSeconds())).toList();
    }

    private MetricDataQuery asked(JsonNode node, String prefix, int seconds) {
        MetricDataQuery.Builder query = MetricDataQuery.builder().id(prefix + node.path("Id").asText())
                .returnData(node.path("ReturnData").asBoolean(true));
        if (node.has("Label")) {
            query.label(node.path("Label").asText());
        }
        return node.has("Expression")
                ? query.expression(renamed(node.path("Expression").asText(), prefix)).period(seconds).build()
                : query.metricStat(stat(node.path("MetricStat"), seconds)).build();
    }

    private static MetricStat stat(JsonNode node, int seconds) {
        JsonNode metric = node.path("Metric");
        List<Dimension> dimensions = StreamSupport.stream(metric.path("Dimensions").spliterator(), false).map(one ->
                Dimension.builder().name(one.path("Name").asText()).value(one.path("Value").asText()).build()).toList();
        return MetricStat.builder().period(seconds).stat(node.path("Stat").asText())
                .metric(with -> with.namespace(metric.path("Namespace").asText()).metricName(metric.path("MetricName").asText())
                        .dimensions(dimensions)).build();
    }

    /** Names of other parts, outside of quotes, in the form they have in this request. */
    private String renamed(String expression, String prefix) {
        String names = nodes.stream().map(node -> Pattern.quote(node.path("Id").asText())).collect(Collectors.joining("|"));
        return Pattern.compile("'[^']*'|\"[^\"]*\"|\\b(" + names + ")\\b").matcher(expression)
                .replaceAll(found -> Matcher.quoteReplacement((found.group(1) == null ? "" : prefix) + found.group()));
    }
}
