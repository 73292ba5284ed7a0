package com.maily.console.core.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.port.Sample;
import com.maily.console.core.sla.Verdict.Group;
import com.maily.console.core.sla.Verdict.Word;
import com.maily.console.core.sla.judge.Counts;
import com.maily.console.core.sla.judge.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one component's canary did in one window that is over, with all that is needed to check it: numbers, tests, queries and
 * the raw points.
 *
 * @param from     since when; taken for the moment of the shift, so that warm-ups count from here
 * @param to       until when
 * @param askedAt  when the sources were asked
 * @param step     distance of two points of a series; each point covers the time since the one before
 * @param sentence why, in one plain sentence
 * @param score    percent of the weight that passed, 0 to 100; null when no metric says anything
 * @param metrics  what was judged, in the order of the workspace file
 * @param lacks    what could not be had or not be judged; its metrics, if any, say so too
 * @param warnings what the sources said beside their answers
 */
public record Analysis(String environment, String component, Instant from, Instant to, Instant askedAt, Duration step, Word word,
                       String sentence, @Nullable Double score, List<Group> groups, List<Metric> metrics, List<Lack> lacks,
                       List<String> warnings) {

    public Analysis {
        groups = List.copyOf(groups);
        metrics = List.copyOf(metrics);
        lacks = List.copyOf(lacks);
        warnings = List.copyOf(warnings);
    }

    /**
     * One metric's share in it.
     *
     * @param group    whose weight it shares; the objective's key when it has none
     * @param word     a failed one that is not critical is only marginal
     * @param samples  requests of the canary that were counted, or points where nothing is counted
     * @param effect   how the canary differs, empty without a baseline
     * @param method   the test that decided, in a few words
     * @param sentence why, in one plain sentence
     * @param from     since when it was judged: after its warm-up
     */
    public record Metric(Objective objective, String group, Word word, double samples, Optional<Effect> effect, String method,
                         String sentence, Instant from, Side stable, Side canary) {

        public double weight() {
            return objective.judging().weight();
        }

        public boolean critical() {
            return objective.critical();
        }

        /** The objective's own, in its unit; the line to draw into the series. */
        public double limit() {
            return objective.limit();
        }

        /** Whether requests were counted; otherwise points were compared. */
        public boolean counted() {
            return objective.counted() != null;
        }
    }

    /** In what an effect is measured. */
    public enum Scale {
        /** Canary over stable, shares of bad requests: 1 is no difference. */
        RATIO,
        /** Canary minus stable, in the objective's unit: 0 is no difference. */
        DIFFERENCE
    }

    /**
     * How the canary differs from the stable track.
     *
     * @param interval   where it lies; the upper end may be infinite
     * @param confidence of the interval: 0.98; for a ratio it holds however often one looked
     * @param harmless   up to where a difference does not matter
     */
    public record Effect(Scale scale, double value, Interval interval, double confidence, double harmless) { }

    /**
     * What was measured of one track.
     *
     * @param query    what gave the points, to be copied
     * @param points   raw, in time order; a missing step is absent, an unknown value is NaN
     * @param counting what counted the bad requests of the whole window, empty where nothing is counted
     * @param counts   what it counted, empty when the source had none
     * @param above    how many requests took longer than each of the objective's further limits; empty when that is not known
     */
    public record Side(String query, List<Sample> points, String counting, Optional<Counts> counts, List<Double> above) {
        public Side {
            points = List.copyOf(points);
            above = List.copyOf(above);
        }

        /** The known values, for a distribution. */
        public double[] values() {
            return points.stream().mapToDouble(Sample::value).filter(Double::isFinite).toArray();
        }
    }

    /**
     * Something that is not there.
     *
     * @param what the objective's key, with the track where only one is meant
     * @param why  in one or two plain sentences
     * @param query what was asked, empty when nothing was
     */
    public record Lack(String what, String why, String query) { }
}
