package com.maily.console.platforms.newrelic;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource;
import com.maily.console.platforms.http.ServerClock;
import com.maily.console.platforms.http.ServerTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Queries New Relic in NRQL. Safe for use by several threads. */
public final class NewRelicSource implements MetricSource, AutoCloseable {

    /** A request may hold more, but one slow query holds up all that came with it. */
    private static final int AT_ONCE = 5;
    /** The most pieces New Relic cuts a time into; longer ranges become several queries of the same request. */
    private static final int PIECES = 366;

    /** A part of a range, with as many samples as New Relic gives at once. */
    private record Part(Instant from, Instant to) { }

    private final NerdGraph graph;
    private final ServerTime time;

    private NewRelicSource(NerdGraph graph) {
        this.graph = graph;
        this.time = new ServerTime(graph.clock(), NerdGraph.NAME);
    }

    /**
     * From a connection of the workspace file.
     *
     * @param settings {@code account}, {@code api-key} (a user key's reference), and optionally {@code region} ({@code us} or
     *                 {@code eu}), {@code url}, {@code timeout}, {@code header.NAME}
     */
    public static NewRelicSource of(Map<String, String> settings) {
        return new NewRelicSource(NerdGraph.of(settings, InstantSource.system()));
    }

    /** Whose key it is. */
    public String user() {
        return graph.user();
    }

    /** What its clock shows, beside ours. */
    public ServerClock clock() {
        return graph.clock();
    }

    @Override
    public Answer instant(String query, Instant at) {
        Nrql nrql = Nrql.of(query);
        return time.ask(ahead -> {
            Rows rows = new Rows();
            rows.add(graph.rows(List.of(nrql.at(at.plus(ahead)))).getFirst(), at.plus(ahead));
            return List.of(rows.answer());
        }).getFirst();
    }

    @Override
    public Answer range(String query, Instant from, Instant to, Duration step) {
        return ranges(List.of(query), from, to, step).getFirst();
    }

    @Override
    public List<Answer> ranges(List<String> queries, Instant from, Instant to, Duration step) {
        List<Nrql> all = queries.stream().map(Nrql::of).toList();
        List<Part> parts = parts(from, to, step);
        return time.ask(ahead -> {
            List<JsonNode> rows = graph.rows(all.stream().flatMap(nrql -> parts.stream()
                    .map(part -> nrql.series(part.from().plus(ahead), part.to().plus(ahead), step))).toList());
            List<Answer> answers = new ArrayList<>();
            for (int index = 0; index < all.size(); index++) {
                Rows read = new Rows();
                for (int part = 0; part < parts.size(); part++) {
                    read.add(rows.get(index * parts.size() + part), parts.get(part).to().plus(ahead));
                }
                answers.add(read.answer());
            }
            return answers;
        });
    }

    private static List<Part> parts(Instant from, Instant to, Duration step) {
        if (step.toSeconds() < 1 || to.isBefore(from)) {
            throw new FailureException(new Failure.Rejected("A range of metrics cannot be asked for",
                    "It runs from " + from + " to " + to + " in steps of " + step + ".",
                    "Choose an end after the start, and a step of whole seconds."));
        }
        List<Part> parts = new ArrayList<>();
        for (Instant start = from; !start.isAfter(to); start = start.plus(step.multipliedBy(PIECES))) {
            Instant end = start.plus(step.multipliedBy(PIECES - 1));
            parts.add(new Part(start, end.isAfter(to) ? to : end));
        }
        return parts;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public void close() {
        graph.close();
    }
}
