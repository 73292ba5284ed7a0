package com.maily.console.desktop.fleet;

import com.maily.console.core.port.Pod;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which pods are wanted, and in which order.
 *
 * @param component  empty for all
 * @param words      all of them must occur
 * @param descending against the column's own direction
 */
record PodQuery(Optional<Seat> component, List<String> words, boolean faultsOnly, PodColumn order, boolean descending) {

    static final PodQuery ALL = new PodQuery(Optional.empty(), List.of(), false, PodColumn.STATE, false);

    PodQuery {
        words = List.copyOf(words);
    }

    PodQuery of(Optional<Seat> wanted) {
        return new PodQuery(wanted, words, faultsOnly, order, descending);
    }

    PodQuery filtered(String typed) {
        List<String> wanted = Arrays.stream(typed.toLowerCase(Locale.ROOT).strip().split("\\s+")).filter(word ->
                !word.isEmpty()).toList();
        return new PodQuery(component, wanted, faultsOnly, order, descending);
    }

    PodQuery faults(boolean only) {
        return new PodQuery(component, words, only, order, descending);
    }

    PodQuery sorted(PodColumn by, boolean down) {
        return new PodQuery(component, words, faultsOnly, by, down);
    }

    boolean wants(PodRow row) {
        return about(row.pod()) && (!faultsOnly || row.fault()) && words.stream().allMatch(row.text()::contains);
    }

    /** A pod names its component, where there are regions with the region or without. */
    boolean about(Pod pod) {
        return component.filter(seat -> !pod.component().equals(seat.component().name())
                && !(pod.component().equals(seat.base()) && seat.region().isEmpty())).isEmpty();
    }

    Comparator<PodRow> comparator() {
        Comparator<PodRow> by = descending ? order.comparator().reversed() : order.comparator();
        return by.thenComparing(row -> row.pod().key());
    }
}
