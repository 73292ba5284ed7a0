package com.maily.console.core.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Track;
import com.maily.console.core.sla.judge.CountRule;
import com.maily.console.core.sla.judge.Finding;
import com.maily.console.core.sla.judge.MinuteRule;
import com.maily.console.core.sla.judge.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A metric's points of both tracks, one for each whole minute since the shift; NaN where the source had nothing. */
record MinuteReading(double[] stable, double[] canary, String query) {

    static final Duration MINUTE = Duration.ofMinutes(1);

    static MinuteReading ask(Objective objective, String environment, MetricSource source, Duration since, Instant at) {
        String theirs = ObjectiveQuery.value(objective, environment, Track.STABLE, MINUTE);
        String ours = ObjectiveQuery.value(objective, environment, Track.CANARY, MINUTE);
        Instant first = at.minus(since).plus(MINUTE);
        List<MetricSource.Answer> answers = source.ranges(List.of(theirs, ours), first, at, MINUTE);
        int minutes = (int) since.dividedBy(MINUTE);
        return new MinuteReading(points(answers.getFirst(), first, minutes), points(answers.getLast(), first, minutes), ours);
    }

    private static double[] points(MetricSource.Answer answer, Instant first, int minutes) {
        double[] points = new double[minutes];
        Arrays.fill(points, Double.NaN);
        for (Sample sample : answer.series().isEmpty() ? List.<Sample>of() : answer.series().getFirst().samples()) {
            long minute = Math.round(Duration.between(first, sample.at()).toMillis() / (double) MINUTE.toMillis());
            if (minute >= 0 && minute < minutes) {
                points[(int) minute] = sample.value();
            }
        }
        return points;
    }

    Finding judged(Objective objective, double alpha) {
        int least = objective.countsRequests() ? 1 : objective.judging().minimum();
        return new MinuteRule(Room.of(objective), CountRule.TOLERANCE, least, alpha).judge(stable, canary);
    }
}
