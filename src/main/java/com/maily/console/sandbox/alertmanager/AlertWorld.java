package com.maily.console.sandbox.alertmanager;

import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sandbox's Alertmanager: what its rules say of its metrics, and who asked it to be quiet. Thread-safe by the clock's lock. */
public final class AlertWorld {

    private final SandboxClock clock;
    private final AlertRules rules;
    private final Map<String, HeldSilence> silences = new LinkedHashMap<>();
    private int made;

    private AlertWorld(SandboxClock clock, AlertRules rules) {
        this.clock = clock;
        this.rules = rules;
    }

    /** Looks at the metrics from now on. */
    public static AlertWorld start(SandboxClock clock, SeriesStore metrics) {
        AlertRules rules = new AlertRules(clock, metrics, AlertRule.MAILY);
        clock.locked(rules::start);
        return new AlertWorld(clock, rules);
    }

    Instant now() {
        return clock.instant();
    }

    List<RaisedAlert> alerts() {
        return clock.locked(rules::firing);
    }

    /** The silences that mute an alert. */
    List<String> mutedBy(RaisedAlert alert) {
        return clock.locked(() -> silences.values().stream().filter(silence -> silence.mutes(alert.labels(), clock.instant()))
                .map(HeldSilence::id).toList());
    }

    /** Newest first. */
    List<HeldSilence> silences() {
        return clock.locked(() -> List.copyOf(silences.values()).reversed());
    }

    Optional<HeldSilence> silence(String id) {
        return clock.locked(() -> Optional.ofNullable(silences.get(id)));
    }

    /** Makes it; one with an id is changed, or replaced where more than its end changes. @return its id */
    String post(HeldSilence wanted) {
        return clock.locked(() -> {
            Instant now = clock.instant();
            HeldSilence before = silences.get(wanted.id());
            boolean change = before != null && !before.state(now).equals("expired")
                    && before.matchers().equals(wanted.matchers()) && before.comment().equals(wanted.comment());
            if (before != null && !change) {
                expire(before.id());
            }
            String id = change ? before.id() : fresh();
            Instant from = change ? before.from() : wanted.from().isBefore(now) ? now : wanted.from();
            silences.put(id, new HeldSilence(id, wanted.matchers(), from, wanted.until(), wanted.by(), wanted.comment(), now));
            return id;
        });
    }

    /** The same in every sandbox of the same story. */
    private String fresh() {
        made++;
        return UUID.nameUUIDFromBytes(new byte[] {(byte) (made >> 8), (byte) made}).toString();
    }

    /** Ends it now; one that has ended stays as it is. @return whether there is one of that id */
    boolean expire(String id) {
        return clock.locked(() -> {
            Optional<HeldSilence> found = Optional.ofNullable(silences.get(id));
            Instant now = clock.instant();
            found.filter(one -> !one.state(now).equals("expired")).ifPresent(one -> silences.put(id, one.until(now, now)));
            return found.isPresent();
        });
    }

    /** All that was ever silenced here, for tests: by comment, whether it is over. */
    public Map<String, Boolean> silencedSoFar() {
        return clock.locked(() -> {
            Map<String, Boolean> all = new LinkedHashMap<>();
            new ArrayList<>(silences.values()).forEach(one -> all.merge(one.comment(),
                    one.state(clock.instant()).equals("expired"), Boolean::logicalAnd));
            return all;
        });
    }
}
