package com.maily.console.desktop.health;

import com.maily.console.core.port.HealthReading;
import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything the health screen shows.
 *
 * @param rows    by component, those asked for
 * @param all     every row, also those not asked for
 * @param named   whether the environment names any endpoint
 * @param trouble why none can be known, empty when that is not so
 */
record HealthModel(List<HealthRow> rows, List<HealthRow> all, boolean named, Optional<SourceState> source, String trouble) {

    /** @param order the components as the workspace lists them */
    record Known(Optional<List<HealthReading>> readings, Optional<SourceState> source, List<String> order, Instant now,
                 boolean faultsOnly, String words) { }

    HealthModel {
        rows = List.copyOf(rows);
        all = List.copyOf(all);
    }

    static HealthModel of(Known known) {
        List<HealthRow> all = known.readings().orElse(List.of()).stream().map(reading -> HealthRow.of(reading, known.now()))
                .sorted(Comparator.comparingInt(row -> place(known.order(), row))).toList();
        List<HealthRow> asked = all.stream().filter(row -> !known.faultsOnly() || row.faulty())
                .filter(row -> matches(row, known.words().strip().toLowerCase(Locale.ROOT))).toList();
        return new HealthModel(grouped(asked), all, known.readings().isPresent(), known.source(),
                known.source().map(SourceState::trouble).orElse(""));
    }

    private static int place(List<String> order, HealthRow row) {
        int place = order.indexOf(row.component());
        return place < 0 ? order.size() : place;
    }

    private static boolean matches(HealthRow row, String words) {
        return (row.subject() + " " + row.reading().check().address() + " " + row.word()).toLowerCase(Locale.ROOT)
                .contains(words);
    }

    /** A component's name stands once, at its first row. */
    private static List<HealthRow> grouped(List<HealthRow> rows) {
        List<HealthRow> grouped = new ArrayList<>();
        String above = "";
        for (HealthRow row : rows) {
            grouped.add(row.component().equals(above) ? row.below() : row);
            above = row.component();
        }
        return grouped;
    }

    boolean loading() {
        return named && all.stream().allMatch(row -> row.state() == State.QUEUED);
    }

    long count(State state) {
        return all.stream().filter(row -> row.state() == state).count();
    }
}
