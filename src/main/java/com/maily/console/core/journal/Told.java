package com.maily.console.core.journal;

import com.maily.console.core.port.Announcement;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What other tools know of a run: which of them call nobody for it, what each was last told of it, and which could not be told.
 * All by environment and system, as {@link #key} joins them.
 *
 * @param away what a tool was to do when it last did not answer
 */
public record Told(Map<String, Muting> mutes, Map<String, Announcement.Kind> announced, Map<String, String> away) {

    /** A mute of this run. @param ended when it was seen to be gone; it is made once and never again */
    public record Muting(Instant since, Instant until, Optional<Instant> ended) {

        public boolean lasts() {
            return ended.isEmpty();
        }
    }

    public static final Told NOTHING = new Told(Map.of(), Map.of(), Map.of());

    public static String key(String environment, String system) {
        return environment + '/' + system;
    }

    public Optional<Muting> mute(String environment, String system) {
        return Optional.ofNullable(mutes.get(key(environment, system)));
    }

    public Optional<Announcement.Kind> announced(String environment, String system) {
        return Optional.ofNullable(announced.get(key(environment, system)));
    }

    /** What the tool was to do and did not answer to; empty when it answered. */
    public Optional<String> away(String environment, String system) {
        return Optional.ofNullable(away.get(key(environment, system)));
    }

    Told after(Event.OfTool event, Instant at) {
        String key = key(event.environment(), event.system());
        return switch (event) {
            case Event.AlertsMuted e -> new Told(with(mutes, key, new Muting(at, e.until(), Optional.empty())), announced,
                    without(away, key));
            case Event.AlertsUnmuted _ -> new Told(with(mutes, key, ended(mutes.get(key), at)), announced, without(away, key));
            case Event.Announced e -> new Told(mutes, with(announced, key, e.kind()), without(away, key));
            case Event.ToolAway e -> new Told(mutes, announced, with(away, key, e.what()));
        };
    }

    private static Muting ended(@org.jspecify.annotations.Nullable Muting before, Instant at) {
        return before == null ? new Muting(at, at, Optional.of(at)) : new Muting(before.since(), before.until(), Optional.of(at));
    }

    private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
        Map<String, T> next = new TreeMap<>(map);
        next.put(key, value);
        return Collections.unmodifiableMap(next);
    }

    private static <T> Map<String, T> without(Map<String, T> map, String key) {
        Map<String, T> next = new TreeMap<>(map);
        next.remove(key);
        return Collections.unmodifiableMap(next);
    }
}
