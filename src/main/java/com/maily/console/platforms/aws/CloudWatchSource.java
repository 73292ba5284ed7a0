package com.maily.console.platforms.aws;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import com.maily.console.platforms.http.ServerClock;
import com.maily.console.platforms.http.ServerTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/**
 * Queries CloudWatch. Its numbers belong to whole periods, mostly minutes, which have the moment they end at; between two ends
 * the newest is the one that counts, as Prometheus takes the newest scrape. Safe for use by several threads.
 */
public final class CloudWatchSource implements MetricSource {

    static final String NAME = "CloudWatch";
    /** Of the 500 that a request may hold, most queries needing two or three. */
    private static final int AT_ONCE = 20;
    /** A server that never stops to point at a next page must not hold us for ever. */
    private static final int PAGES = 50;

    private final AwsConnection connection;
    private final InstantSource ours;
    private final ServerClock clock = new ServerClock();
    private final ServerTime time = new ServerTime(clock, NAME);

    public CloudWatchSource(AwsConnection connection) {
        this(connection, InstantSource.system());
    }

    /** @param ours this machine's clock, which AWS's is compared with */
    CloudWatchSource(AwsConnection connection, InstantSource ours) {
        this.connection = connection;
        this.ours = ours;
    }

    /** What its clock shows, beside ours. */
    public ServerClock clock() {
        return clock;
    }

    /** Of the whole minutes up to {@code at}, as many as the query's period has. */
    @Override
    public Answer instant(String query, Instant at) {
        CloudWatchQuery asked = CloudWatchQuery.of(query);
        Duration period = asked.period(Duration.ofSeconds(1));
        return time.ask(ahead -> {
            Instant end = floor(at.plus(ahead), Duration.ofMinutes(1));
            CloudWatchPages pages = pages(asked.asked(prefix(0), period), end.minus(period), end);
            List<Series> series = pages.of(prefix(0)).stream().map(result -> new Series(Map.of("label", result.label()),
                    List.of(new Sample(at.plus(ahead), result.values().lastEntry().getValue())))).toList();
            return List.of(new Answer(series, pages.warnings(prefix(0))));
        }).getFirst();
    }

    @Override
    public Answer range(String query, Instant from, Instant to, Duration step) {
        return ranges(List.of(query), from, to, step).getFirst();
    }

    @Override
    public List<Answer> ranges(List<String> queries, Instant from, Instant to, Duration step) {
        if (!step.isPositive() || to.isBefore(from)) {
            throw new FailureException(new Failure.Rejected("A range of metrics cannot be asked for",
                    "It runs from " + from + " to " + to + " in steps of " + step + ".",
                    "Choose an end after the start and a longer step."));
        }
        List<CloudWatchQuery> all = queries.stream().map(CloudWatchQuery::of).toList();
        return time.ask(ahead -> {
            Duration longest = all.stream().map(query -> query.period(step)).max(Duration::compareTo).orElseThrow();
            List<MetricDataQuery> asked = new ArrayList<>();
            IntStream.range(0, all.size()).forEach(index ->
                    asked.addAll(all.get(index).asked(prefix(index), all.get(index).period(step))));
            CloudWatchPages pages = pages(asked, floor(from.plus(ahead), longest).minus(longest), to.plus(ahead));
            return IntStream.range(0, all.size()).mapToObj(index -> new Answer(pages.of(prefix(index)).stream()
                    .map(result -> stepped(result, all.get(index).period(step), from.plus(ahead), to.plus(ahead), step)).toList(),
                    pages.warnings(prefix(index)))).toList();
        });
    }

    private static String prefix(int index) {
        return "q" + index + "_";
    }

    /** The value of the period that ended last, at each step. */
    private static Series stepped(CloudWatchPages.Result result, Duration period, Instant from, Instant to, Duration step) {
        List<Sample> samples = new ArrayList<>();
        for (Instant at = from; !at.isAfter(to); at = at.plus(step)) {
            Instant moment = at;
            Optional.ofNullable(result.values().get(floor(at, period).minus(period)))
                    .ifPresent(value -> samples.add(new Sample(moment, value)));
        }
        return new Series(Map.of("label", result.label()), samples);
    }

    private CloudWatchPages pages(List<MetricDataQuery> queries, Instant from, Instant to) {
        CloudWatchPages pages = new CloudWatchPages();
        String next = null;
        for (int page = 0; page < PAGES && (page == 0 || next != null); page++) {
            GetMetricDataResponse answer = page(GetMetricDataRequest.builder().metricDataQueries(queries).startTime(from)
                    .endTime(to).scanBy(ScanBy.TIMESTAMP_ASCENDING).nextToken(next).build());
            pages.add(answer);
            next = answer.nextToken();
        }
        return pages;
    }

    private GetMetricDataResponse page(GetMetricDataRequest request) {
        Instant asked = ours.instant();
        GetMetricDataResponse answer = connection.call("Asking CloudWatch", () -> connection.metrics().getMetricData(request));
        answer.sdkHttpResponse().firstMatchingHeader("Date").ifPresent(date -> clock.seen(date, asked, ours.instant()));
        return answer;
    }

    private static Instant floor(Instant at, Duration to) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), to.toSeconds()) * to.toSeconds());
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }
}
