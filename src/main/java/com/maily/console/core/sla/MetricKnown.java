package com.maily.console.core.sla;

import com.maily.console.core.model.Failure;
import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the answer to one question, so that only the rest is asked for. Immutable.
 *
 * @param covered the time that was asked about with success; where it has no sample, there was none
 */
record MetricKnown(MetricQuestion question, List<Sample> samples, Optional<MetricSpan> covered, SourceState source,
                   List<String> warnings, Optional<Failure> failure) {

    /** A scrape that comes in late still changes what was answered; older ones are taken for settled. */
    private static final Duration LATE = Duration.ofMinutes(5);

    static MetricKnown nothing(MetricQuestion question, SourceState source) {
        return new MetricKnown(question, List.of(), Optional.empty(), source, List.of(), Optional.empty());
    }

    MetricCurve curve(MetricLine line) {
        return new MetricCurve(line, samples, question.step(), source, question.query(), warnings, failure);
    }

    /** Whether the question itself was found wrong, so that it had better not spoil those of others. */
    boolean wasRefused() {
        return failure.filter(why -> !MetricBatch.meansAway(why)).isPresent();
    }

    /** Whether more of the past is wanted than was ever asked for. */
    boolean lacksPast(MetricSpan wanted) {
        return covered.isEmpty() || wanted.from().isBefore(covered.get().from());
    }

    /** What has to be asked for: what came before the known, and always its newest end. */
    List<MetricSpan> missing(MetricSpan wanted) {
        if (apart(wanted)) {
            return List.of(wanted);
        }
        List<MetricSpan> missing = new ArrayList<>();
        if (lacksPast(wanted)) {
            missing.add(new MetricSpan(wanted.from(), covered.get().from().minus(question.step())));
        }
        Instant unsettled = earlier(later(wanted.from(), unsettled(covered.get())), wanted.to());
        missing.add(new MetricSpan(unsettled, wanted.to()));
        return missing;
    }

    private boolean apart(MetricSpan wanted) {
        return covered.isEmpty() || covered.get().to().isBefore(wanted.from()) || covered.get().from().isAfter(wanted.to());
    }

    /** From the newest sample but one; where samples have stopped, from a little before the end. */
    private Instant unsettled(MetricSpan known) {
        Duration late = LATE.compareTo(question.step()) > 0 ? LATE : question.step();
        Instant stopped = known.to().minus(late);
        return samples.isEmpty() ? stopped : later(stopped, samples.getLast().at().minus(question.step()));
    }

    /** With the answer about {@code asked}; what is older than {@code wanted} is forgotten. */
    MetricKnown with(MetricSpan asked, Answer answer, MetricSpan wanted, SourceState good) {
        List<Sample> before = apart(wanted) ? List.of() : samples;
        List<Sample> all = Stream.of(before.stream().filter(sample -> sample.at().isBefore(asked.from())),
                        ordered(answer, asked).stream(), before.stream().filter(sample -> sample.at().isAfter(asked.to())))
                .flatMap(each -> each).filter(sample -> !sample.at().isBefore(wanted.from())).toList();
        MetricSpan now = apart(wanted) ? asked : covered.orElse(asked).with(asked);
        MetricSpan kept = new MetricSpan(later(now.from(), wanted.from()), now.to());
        Optional<Failure> stillMissing = wanted.from().isBefore(kept.from()) ? failure : Optional.empty();
        return new MetricKnown(question, all, Optional.of(kept), good, said(answer), stillMissing);
    }

    /** Keeps what was known, with why there is nothing newer. */
    MetricKnown failed(Failure why) {
        return new MetricKnown(question, samples, covered,
                new SourceState(source.name(), source.interval(), source.lastGood(), why.what()), warnings, Optional.of(why));
    }

    /** In time order, each moment once (the value that came last), and only what was asked for: not all sources keep to that. */
    private static List<Sample> ordered(Answer answer, MetricSpan asked) {
        List<Sample> all = answer.series().isEmpty() ? List.of() : answer.series().getFirst().samples();
        List<Sample> ordered = new ArrayList<>();
        all.stream().filter(sample -> asked.contains(sample.at())).sorted(Comparator.comparing(Sample::at)).forEach(sample -> {
            if (!ordered.isEmpty() && ordered.getLast().at().equals(sample.at())) {
                ordered.removeLast();
            }
            ordered.add(sample);
        });
        return ordered;
    }

    private static List<String> said(Answer answer) {
        int series = answer.series().size();
        return series < 2 ? answer.warnings() : Stream.concat(answer.warnings().stream(),
                Stream.of("The query gives " + series + " series where one was expected; the first is shown.")).toList();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
