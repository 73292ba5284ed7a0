package com.maily.console.desktop.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Region;
import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.SourceState.Freshness;
import com.maily.console.core.sla.AlertSnapshot;
import com.maily.console.core.sla.AlertSpan;
import com.maily.console.core.sla.MetricCurve;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.TimeChartData.Band;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times in which something was wrong with a component: an alert was open, or an objective's limit was missed. */
final class SlaBands {

    private SlaBands() { }

    /** An alert that does not say what it is about may be about this one; one of a component is about it in every region. */
    static List<Band> alerts(AlertSnapshot alerts, String component, Instant from, Instant now) {
        return alerts.between(from, now.plusSeconds(1), "").stream()
                .filter(span -> span.alert().component().isEmpty() || span.alert().component().equals(component)
                        || span.alert().component().equals(Region.baseOf(component)))
                .map(span -> new Band(span.from(), span.to(), state(span, now), label(span, now))).toList();
    }

    private static State state(AlertSpan span, Instant now) {
        return silent(span, now) ? State.STALE : switch (span.alert().state()) {
            case FIRING -> State.FAILED;
            case PENDING -> State.WAITING;
            case MUTED -> State.STALE;
        };
    }

    private static String label(AlertSpan span, Instant now) {
        String name = span.alert().name().isEmpty() ? "alert" : span.alert().name();
        return silent(span, now) ? name + "? " + span.source().name() + " is silent"
                : span.alert().state() == Alert.State.MUTED ? name + ", muted" : name;
    }

    /** Whether it may have ended without anybody telling. */
    private static boolean silent(AlertSpan span, Instant now) {
        Freshness freshness = span.source().freshness(now);
        return span.active() && freshness != Freshness.LIVE && freshness != Freshness.AGEING;
    }

    static List<Band> missed(Objective objective, MetricCurve curve) {
        List<Band> bands = new ArrayList<>();
        @Nullable Instant from = null;
        Instant until = Instant.MIN;
        for (Sample sample : curve.samples()) {
            if (!Double.isNaN(sample.value()) && !objective.metBy(sample.value())) {
                from = from == null ? sample.at() : from;
                until = sample.at();
            } else if (from != null) {
                bands.add(Band.missed(from, until));
                from = null;
            }
        }
        if (from != null) {
            bands.add(Band.missed(from, until));
        }
        return bands;
    }
}
