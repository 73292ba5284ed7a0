package com.maily.console.core.sla;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Alerts;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks one system for its alerts, and keeps those that ended: the system forgets them. Used by one thread. */
final class AlertPoll {

    private static final Comparator<AlertSpan> ORDER = Comparator.comparing((AlertSpan span) -> !span.active())
            .thenComparing(AlertSpan::from, Comparator.reverseOrder()).thenComparing(span -> span.alert().id());

    private final Alerts alerts;
    private final Time time;
    private final MetricPace pace;
    private AlertReading last;

    AlertPoll(Alerts alerts, Time time, MetricPace pace) {
        this.alerts = alerts;
        this.time = time;
        this.pace = pace;
        this.last = new AlertReading(new SourceState(alerts.system(), pace.interval(), Optional.empty(), ""), List.of(),
                Optional.empty());
    }

    AlertReading last() {
        return last;
    }

    AlertReading pass() {
        try {
            List<Alert> active = alerts.active();
            Instant now = time.instant();
            SourceState source = new SourceState(last.source().name(), pace.interval(), Optional.of(now), "");
            last = new AlertReading(source, spans(active, now, source), Optional.empty());
        } catch (FailureException e) {
            last = failed(e.failure());
        } catch (RuntimeException e) {
            last = failed(new Failure.Defect("The question to " + alerts.system() + " failed", String.valueOf(e.getMessage()),
                    "Please report it."));
        }
        return last;
    }

    private AlertReading failed(Failure failure) {
        SourceState was = last.source();
        SourceState state = new SourceState(was.name(), was.interval(), was.lastGood(), failure.what());
        return new AlertReading(state, last.spans().stream().map(span -> span.told(state)).toList(), Optional.of(failure));
    }

    /** One that fires again after an end, or with another beginning, is another span. */
    private List<AlertSpan> spans(List<Alert> active, Instant now, SourceState source) {
        Map<String, AlertSpan> open = new LinkedHashMap<>();
        active.forEach(alert -> open.put(alert.id(), new AlertSpan(alert, alert.since(), Optional.empty(), source)));
        List<AlertSpan> all = new ArrayList<>(open.values());
        Instant oldest = now.minus(pace.reach());
        for (AlertSpan before : last.spans()) {
            Optional<AlertSpan> still = Optional.ofNullable(open.get(before.alert().id()));
            boolean same = before.active() && still.filter(span -> span.from().equals(before.from())).isPresent();
            AlertSpan past = before.active() ? before.ended(still.map(AlertSpan::from).orElse(now)) : before;
            if (!same && past.to().filter(oldest::isBefore).isPresent()) {
                all.add(past.told(source));
            }
        }
        all.sort(ORDER);
        return all;
    }
}
