package com.maily.console.desktop.fleet;

import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything the matrix shows.
 *
 * @param heads in the order of the columns
 * @param git   how fresh is what the GitOps controller says; empty where there is none
 */
record FleetModel(FleetMap map, List<Head> heads, List<Row> rows, Optional<GitReading> git) {

    /** @param down whether nothing in this column can be read now; @param why in the platform's words */
    record Head(FleetMap.Column column, SourceState source, boolean down, String why) { }

    record Row(FleetMap.Line line, List<Slot> slots, Optional<GitCell> git) { }

    /** A cell in its place. @param span over how many columns it goes */
    record Slot(FleetMap.Column column, int span, Optional<Seat> seat, FleetCell cell) { }

    /** What is known at one moment. @param environment the window's own: the one Git is compared with */
    record Known(FleetMap map, String environment, Map<Seat, SeatReading> readings, Optional<GitReading> git, Instant now) {

        /** Without the name of what drifts: the cell it is shown in says that. */
        String drift(Seat seat) {
            return seat.environment().equals(environment) ? git.flatMap(reading -> GitCell.of(reading, List.of(seat), now))
                    .map(GitCell::drift).map(drift -> drift.replace(seat.component().target() + " ", "")).orElse("") : "";
        }
    }

    private static final SourceState NO_SOURCE = new SourceState("", Duration.ofSeconds(30), Optional.empty(), "");
    static final FleetCell NOTHING = new FleetCell(FleetCell.Look.NONE, State.PLANNED, "", Optional.empty(), "", "", NO_SOURCE);
    private static final FleetCell UNREAD = new FleetCell(FleetCell.Look.LOADING, State.PLANNED, "", Optional.empty(), "",
            "", NO_SOURCE);

    FleetModel {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    static FleetModel of(Known known) {
        List<Head> heads = known.map().groups().stream().flatMap(group -> group.columns().stream()).map(column -> head(known,
                column)).toList();
        return new FleetModel(known.map(), heads, known.map().lines().stream().map(line -> row(known, line)).toList(),
                known.git());
    }

    private static Head head(Known known, FleetMap.Column column) {
        List<SeatReading> read = known.map().lines().stream().flatMap(line -> line.in(column).stream())
                .filter(seat -> seat.region().equals(column.region()) && seat.platform().equals("kubernetes"))
                .flatMap(seat -> Optional.ofNullable(known.readings().get(seat)).stream()).toList();
        SourceState newest = read.stream().map(SeatReading::source)
                .max(Comparator.comparing(source -> source.lastGood().orElse(Instant.EPOCH))).orElse(NO_SOURCE);
        boolean down = !read.isEmpty() && read.stream().allMatch(SeatReading::unreachable);
        return new Head(column, newest, down, down ? read.getFirst().failure().orElseThrow().why() : "");
    }

    private static Row row(Known known, FleetMap.Line line) {
        return new Row(line, known.map().groups().stream().flatMap(group -> line.spans(group)
                ? java.util.stream.Stream.of(slot(known, line, group.columns().getFirst(), group.columns().size()))
                : group.columns().stream().map(column -> slot(known, line, column, 1))).toList(),
                known.git().flatMap(reading -> GitCell.of(reading, line.seats().getOrDefault(known.environment(), List.of()),
                known.now())));
    }

    private static Slot slot(Known known, FleetMap.Line line, FleetMap.Column column, int span) {
        Optional<Seat> seat = line.in(column);
        FleetCell cell = seat.map(where -> Optional.ofNullable(known.readings().get(where))
                .map(reading -> FleetCell.of(where, reading, known.drift(where), known.now())).orElse(UNREAD)).orElse(NOTHING);
        return new Slot(column, span, seat, cell);
    }

    /** Which components of an environment have something wrong. */
    Set<String> faults(String environment) {
        return rows.stream().filter(row -> row.slots().stream()
                        .anyMatch(slot -> slot.column().environment().equals(environment) && slot.cell().fault()))
                .map(row -> row.line().component()).collect(Collectors.toSet());
    }

    /** How many components run something else than Git wants. */
    int drifting() {
        return (int) rows.stream().filter(row -> row.git().filter(cell -> !cell.drift().isEmpty()).isPresent()).count();
    }

    Optional<FleetCell> cell(Seat seat) {
        return rows.stream().flatMap(row -> row.slots().stream()).filter(slot -> slot.seat().filter(seat::equals).isPresent())
                .map(Slot::cell).findFirst();
    }
}
