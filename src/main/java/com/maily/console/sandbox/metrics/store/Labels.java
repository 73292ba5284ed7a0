package com.maily.console.sandbox.metrics.store;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The identity of a series. Immutable; hash and nameless form are kept because a range query asks for them at every step. */
public final class Labels implements Comparable<Labels> {

    /** The label that holds the metric's name. */
    public static final String NAME = "__name__";
    public static final Labels EMPTY = new Labels(new TreeMap<>());

    private final SortedMap<String, String> values;
    private final int hash;
    private @Nullable Labels nameless;

    private Labels(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(values);
        this.hash = values.hashCode();
    }

    /** An empty value is the same as no label. */
    public static Labels of(Map<String, String> values) {
        TreeMap<String, String> kept = new TreeMap<>(values);
        kept.values().removeIf(String::isEmpty);
        return new Labels(kept);
    }

    /** @param pairs label, value, label, value, … */
    public static Labels named(String name, String... pairs) {
        TreeMap<String, String> values = new TreeMap<>();
        values.put(NAME, name);
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return of(values);
    }

    public String name() {
        return get(NAME);
    }

    /** Empty when there is no such label. */
    public String get(String label) {
        return values.getOrDefault(label, "");
    }

    public SortedMap<String, String> asMap() {
        return values;
    }

    public Labels with(String label, String value) {
        TreeMap<String, String> changed = new TreeMap<>(values);
        changed.put(label, value);
        return of(changed);
    }

    public Labels nameless() {
        Labels known = nameless;
        if (known == null) {
            known = values.containsKey(NAME) ? keep(label -> !label.equals(NAME)) : this;
            nameless = known;
        }
        return known;
    }

    public Labels only(Collection<String> labels) {
        return keep(labels::contains);
    }

    /** Without {@code labels} and without the name. */
    public Labels without(Collection<String> labels) {
        return keep(label -> !label.equals(NAME) && !labels.contains(label));
    }

    private Labels keep(Predicate<String> wanted) {
        TreeMap<String, String> kept = new TreeMap<>(values);
        kept.keySet().removeIf(wanted.negate());
        return new Labels(kept);
    }

    @Override
    public int compareTo(Labels other) {
        var mine = values.entrySet().iterator();
        var theirs = other.values.entrySet().iterator();
        while (mine.hasNext() && theirs.hasNext()) {
            int order = Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue())
                    .compare(mine.next(), theirs.next());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(mine.hasNext(), theirs.hasNext());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Labels that && hash == that.hash && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** As Prometheus writes them in messages: {@code {__name__="up", job="api"}}. */
    @Override
    public String toString() {
        return values.entrySet().stream().map(label -> label.getKey() + "=\"" + label.getValue() + '"')
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
