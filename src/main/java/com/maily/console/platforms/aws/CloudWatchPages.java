package com.maily.console.platforms.aws;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MessageData;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** What the pages of one answer say together: a result may begin on one page and end on another. */
final class CloudWatchPages {

    /** @param values by the moment each period begins at */
    record Result(String label, TreeMap<Instant, Double> values) {

        /** Where a query names no label, CloudWatch takes the name it has in this request. */
        Result without(String prefix) {
            return label.startsWith(prefix) ? new Result(label.substring(prefix.length()), values) : this;
        }
    }

    private final Map<String, Map<String, Result>> byId = new LinkedHashMap<>();
    private final Map<String, StatusCode> status = new LinkedHashMap<>();
    /** By result; those of all under no name. */
    private final Map<String, Set<String>> said = new LinkedHashMap<>();

    void add(GetMetricDataResponse page) {
        page.messages().forEach(message -> note("", message));
        page.metricDataResults().forEach(this::add);
    }

    private void add(MetricDataResult result) {
        status.put(result.id(), Optional.ofNullable(result.statusCode()).orElse(StatusCode.COMPLETE));
        result.messages().forEach(message -> note(result.id(), message));
        TreeMap<Instant, Double> values = byId.computeIfAbsent(result.id(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(String.valueOf(result.label()), label -> new Result(label, new TreeMap<>())).values();
        for (int index = 0; index < Math.min(result.timestamps().size(), result.values().size()); index++) {
            values.put(result.timestamps().get(index), result.values().get(index));
        }
    }

    private void note(String id, MessageData message) {
        said.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(message.code() + ": " + message.value());
    }

    /**
     * The results of one query.
     *
     * @param prefix of its names
     * @throws FailureException when CloudWatch had no answer to it
     */
    List<Result> of(String prefix) {
        List<Result> results = new ArrayList<>();
        byId.forEach((id, ofId) -> {
            if (id.startsWith(prefix)) {
                refusal(id).ifPresent(why -> {
                    throw new FailureException(why);
                });
                ofId.values().stream().filter(result -> !result.values().isEmpty()).map(result -> result.without(prefix))
                        .forEach(results::add);
            }
        });
        return results;
    }

    private Optional<Failure> refusal(String id) {
        String words = String.join(" ", said.getOrDefault(id, Set.of()));
        return switch (status.get(id)) {
            case FORBIDDEN -> Optional.of(new Failure.Denied("CloudWatch does not allow this", "It answers Forbidden. " + words,
                    "Ask for cloudwatch:GetMetricData, also in the account the metric is in."));
            case INTERNAL_ERROR -> Optional.of(new Failure.Unreachable("CloudWatch is in trouble itself",
                    "It answers InternalError. " + words, "Try again; if it lasts, look at AWS's status page."));
            case PARTIAL_DATA, COMPLETE, UNKNOWN_TO_SDK_VERSION -> Optional.empty();
        };
    }

    /** What CloudWatch said beside the results of one query. */
    List<String> warnings(String prefix) {
        Stream<String> partial = status.entrySet().stream().filter(one -> one.getKey().startsWith(prefix)
                && one.getValue() == StatusCode.PARTIAL_DATA).map(_ -> "CloudWatch gave only a part of the values.");
        return Stream.concat(said.entrySet().stream().filter(one -> one.getKey().isEmpty() || one.getKey().startsWith(prefix))
                .flatMap(one -> one.getValue().stream()), partial).distinct().toList();
    }
}
