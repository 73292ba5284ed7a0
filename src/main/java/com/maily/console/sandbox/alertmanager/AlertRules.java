package com.maily.console.sandbox.alertmanager;

import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.metrics.promql.Outcome;
import com.maily.console.sandbox.metrics.promql.PromQl;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Evaluates rules again and again, as Prometheus does: pending, then firing, then gone. Used inside the clock's lock. */
final class AlertRules {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private record Key(String rule, Map<String, String> labels) { }

    private final SandboxClock clock;
    private final PromQl promQl;
    private final List<AlertRule> rules;
    private Map<Key, RaisedAlert> raised = new LinkedHashMap<>();

    AlertRules(SandboxClock clock, SeriesStore store, List<AlertRule> rules) {
        this.clock = clock;
        this.promQl = new PromQl(store);
        this.rules = rules;
    }

    void start() {
        clock.every(EVERY, this::evaluate);
    }

    /** Those that fire; what is pending is still Prometheus' own. */
    List<RaisedAlert> firing() {
        return raised.values().stream().filter(RaisedAlert::firing).toList();
    }

    private void evaluate() {
        Instant now = clock.instant();
        Map<Key, RaisedAlert> next = new LinkedHashMap<>();
        for (AlertRule rule : rules) {
            if (promQl.instant(rule.query(), now.toEpochMilli()) instanceof Outcome.Vector(List<Outcome.Run> runs)) {
                runs.forEach(run -> {
                    Key key = new Key(rule.name(), run.labels().asMap());
                    RaisedAlert before = raised.get(key);
                    Instant since = before == null ? now : before.pendingSince();
                    next.put(key, alert(rule, key.labels(), run.values()[0], since, now));
                });
            }
        }
        raised = next;
    }

    private static RaisedAlert alert(AlertRule rule, Map<String, String> series, double value, Instant since, Instant now) {
        Map<String, String> labels = new TreeMap<>(series);
        labels.put("alertname", rule.name());
        labels.put("severity", rule.severity());
        String summary = rule.inform().replace("{value}", String.format(Locale.ROOT, "%.2f", 100 * value))
                .replace("{component}", series.getOrDefault("component", "")).replace("{track}", series.getOrDefault("track", ""));
        Instant fires = since.plus(rule.holds());
        return new RaisedAlert(labels, summary, rule.query(), since, fires, !fires.isAfter(now), now);
    }
}
