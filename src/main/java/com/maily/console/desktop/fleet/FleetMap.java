package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows and columns there are, from the workspace alone: it does not change while the window is open.
 *
 * @param git whether a GitOps controller can be asked what Git wants of the window's environment
 */
record FleetMap(List<Group> groups, List<Line> lines, boolean git) {

    /** An environment's columns. */
    record Group(String environment, boolean production, List<Column> columns) {
        Group {
            columns = List.copyOf(columns);
        }

        boolean regional() {
            return columns.size() > 1 || !columns.getFirst().region().isEmpty();
        }
    }

    /** @param region empty where the environment has one cluster; @param title what stands at its head */
    record Column(String environment, String region, String title) { }

    /** @param seats by environment, at most one for each region */
    record Line(String component, String platform, Map<String, List<Seat>> seats) {
        Line {
            seats = Map.copyOf(seats);
        }

        /** What stands in a column; a component without regions stands once, in all of its environment's. */
        Optional<Seat> in(Column column) {
            List<Seat> there = seats.getOrDefault(column.environment(), List.of());
            return there.stream().filter(seat -> seat.region().equals(column.region()) || seat.region().isEmpty()).findFirst();
        }

        boolean spans(Group group) {
            List<Seat> there = seats.getOrDefault(group.environment(), List.of());
            return group.columns().size() > 1 && there.size() == 1 && there.getFirst().region().isEmpty();
        }
    }

    FleetMap {
        groups = List.copyOf(groups);
        lines = List.copyOf(lines);
    }

    /** @param environment the window's own */
    static FleetMap of(Workspace workspace, String environment) {
        Map<String, Map<String, List<Seat>>> byComponent = new LinkedHashMap<>();
        workspace.environments().forEach(place -> seats(workspace, place).forEach(seat -> byComponent
                .computeIfAbsent(seat.base(), _ -> new LinkedHashMap<>()).computeIfAbsent(place.name(), _ ->
                new ArrayList<>()).add(seat)));
        List<Line> lines = byComponent.entrySet().stream().map(entry -> new Line(entry.getKey(), platform(entry.getValue()),
                entry.getValue()))
                .toList();
        return new FleetMap(workspace.environments().stream().map(place -> group(place, seats(workspace, place))).toList(), lines,
                workspace.environment(environment).filter(place -> place.connections().keySet().stream()
                .map(Region::baseOf).anyMatch("argocd"::equals)).isPresent());
    }

    List<Seat> seats() {
        return lines.stream().flatMap(line -> line.seats().values().stream()).flatMap(List::stream).toList();
    }

    /** What the GitOps controller of the window's environment can be asked about; nothing where there is none. */
    List<Seat> gitSeats(String environment) {
        return git ? seats().stream().filter(seat -> seat.environment().equals(environment)).toList() : List.of();
    }

    private static List<Seat> seats(Workspace workspace, Environment place) {
        return workspace.in(place.name()).components().stream().filter(component ->
                place.connections().containsKey(component.platform()))
                .map(component -> new Seat(place.name(), component)).toList();
    }

    private static Group group(Environment place, List<Seat> seats) {
        Set<String> regions = new LinkedHashSet<>();
        seats.stream().map(Seat::region).filter(region -> !region.isEmpty()).forEach(regions::add);
        List<Column> columns = regions.isEmpty() ? List.of(new Column(place.name(), "", title(place)))
                : regions.stream().map(region -> new Column(place.name(), region, region)).toList();
        return new Group(place.name(), place.production(), columns);
    }

    private static String title(Environment place) {
        return place.connection("kubernetes").getOrDefault("namespace", place.name());
    }

    private static String platform(Map<String, List<Seat>> seats) {
        Seat first = seats.values().iterator().next().getFirst();
        String key = first.platform();
        return key.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + key.substring(1);
    }
}
