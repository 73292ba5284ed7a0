package com.maily.console.platforms.http;

import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Asks a metric source in its own time and gives its answers in ours, so that what two clocks call the same moment is the same
 * moment on a chart.
 *
 * @param name the source as people say it
 */
public record ServerTime(ServerClock clock, String name) {

    /**
     * The very first answer tells what the server's time is, so the question may have to be asked again.
     *
     * @param question given by how much the server is ahead, asks in its time
     */
    public List<Answer> ask(Function<Duration, List<Answer>> question) {
        Duration ahead = clock.ahead();
        List<Answer> answers = question.apply(ahead);
        if (!clock.ahead().equals(ahead)) {
            ahead = clock.ahead();
            answers = question.apply(ahead);
        }
        Duration by = ahead;
        return by.isZero() ? answers : answers.stream().map(answer -> inOurTime(answer, by)).toList();
    }

    private Answer inOurTime(Answer answer, Duration ahead) {
        List<Series> series = answer.series().stream().map(one -> new Series(one.labels(), one.samples().stream()
                .map(sample -> new Sample(sample.at().minus(ahead), sample.value())).toList())).toList();
        return new Answer(series, Stream.concat(answer.warnings().stream(), clock.sentence(name).stream()).toList());
    }
}
