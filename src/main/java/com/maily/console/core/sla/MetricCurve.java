package com.maily.console.core.sla;

import com.maily.console.core.model.Failure;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one line, with where it came from and how old that is.
 *
 * @param samples in time order; a missing step is absent, an unknown value is NaN, nothing is interpolated
 * @param step    the distance of two neighbouring samples; a wider one is a gap
 * @param source  how fresh the source's answers for this line are
 * @param query   what was asked, to be shown beside an error
 * @param failure why the newest question went unanswered; the samples are then those of the last good answer
 */
public record MetricCurve(MetricLine line, List<Sample> samples, Duration step, SourceState source, String query,
                          List<String> warnings, Optional<Failure> failure) {

    public MetricCurve {
        samples = List.copyOf(samples);
        warnings = List.copyOf(warnings);
    }

    /** The newest sample that has a value. */
    public Optional<Sample> last() {
        return samples.reversed().stream().filter(sample -> !Double.isNaN(sample.value())).findFirst();
    }

    /** Whether the newest value may be taken for the present: the source answers, and it has data up to now. */
    public boolean fresh(Instant now) {
        boolean answers = switch (source.freshness(now)) {
            case LIVE, AGEING -> true;
            case STALE, LOST, NEVER -> false;
        };
        return answers && last().filter(sample -> sample.at().isAfter(now.minus(step.multipliedBy(4)))).isPresent();
    }
}
