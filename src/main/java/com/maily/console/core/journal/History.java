package com.maily.console.core.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The fold of a whole journal: every deployment, in the order they were started.
 *
 * @param last the newest entry, empty for an empty journal
 * @param held automatic syncing that is paused, by environment and application; the first pause counts until it is restored
 */
public record History(Map<String, Deployment> byId, Optional<Entry> last, Map<String, Hold> held) {

    public static final History EMPTY = new History(Map.of(), Optional.empty(), Map.of());

    public History {
        byId = Slots.of(byId);
    }

    /** An entry of a deployment that never started, or a second start of one that did, changes nothing but {@link #last}. */
    public History apply(Entry entry) {
        Slots<Deployment> known = Slots.of(byId);
        boolean starts = entry.event() instanceof Event.DeploymentStarted && !known.containsKey(entry.deployment());
        Slots<Deployment> next = starts
                ? known.with(entry.deployment(), Deployment.started(entry, (Event.DeploymentStarted) entry.event()))
                : known.changed(entry.deployment(), deployment -> deployment.apply(entry));
        return new History(next, Optional.of(entry), heldAfter(entry));
    }

    private Map<String, Hold> heldAfter(Entry entry) {
        Map<String, Hold> next = new TreeMap<>(held);
        switch (entry.event()) {
            case Event.AutoSyncPaused e -> next.putIfAbsent(Hold.key(e.environment(), e.application()), Hold.of(entry, e));
            case Event.AutoSyncRestored e -> next.remove(Hold.key(e.environment(), e.application()));
            default -> {
                return held;
            }
        }
        return Collections.unmodifiableMap(next);
    }

    /** What is paused in an environment, by application. */
    public List<Hold> holds(String environment) {
        return held.values().stream().filter(hold -> hold.environment().equals(environment)).toList();
    }

    public static History of(Iterable<Entry> entries) {
        History history = EMPTY;
        for (Entry entry : entries) {
            history = history.apply(entry);
        }
        return history;
    }

    public Collection<Deployment> deployments() {
        return byId.values();
    }

    public long size() {
        return last.map(Entry::sequence).orElse(0L);
    }

    /** The hash the next entry continues. */
    public String head() {
        return last.map(Entry::hash).orElse(Entry.GENESIS);
    }

    public Optional<Deployment> deployment(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The run that holds an environment now, if one does. */
    public Optional<Deployment> active(String environment) {
        return newestFirst(environment).stream().filter(deployment -> !deployment.over()).findFirst();
    }

    public Optional<Deployment> newest(String environment) {
        return newestFirst(environment).stream().findFirst();
    }

    public List<Deployment> newestFirst(String environment) {
        List<Deployment> found = new ArrayList<>(byId.values());
        found.removeIf(deployment -> !deployment.plan().environment().equals(environment));
        return found.reversed();
    }
}
