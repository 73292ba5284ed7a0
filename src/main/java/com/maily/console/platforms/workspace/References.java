package com.maily.console.platforms.workspace;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Objective;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks what one part of the file says of another: names that must be there, be there once, and not go round in circles. */
final class References {

    private References() { }

    /** @param names the names in the order of {@code fields} */
    static void unique(List<Field> fields, List<String> names, String key) {
        Map<String, Field> seen = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            Field before = names.get(i).isEmpty() ? null : seen.putIfAbsent(names.get(i), fields.get(i));
            if (before != null) {
                fields.get(i).wrong("has the " + key + " '" + names.get(i) + "', which " + before.path()
                        + " has too; expected each once");
            }
        }
    }

    /** A component has an objective once in each environment. */
    static void uniqueIn(List<Field> fields, List<List<Objective>> objectives, List<String> environments) {
        Map<String, Field> seen = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Set<String> told = new HashSet<>();
            for (Objective objective : objectives.get(i)) {
                String name = objective.component() + "/" + objective.key();
                environments.stream().filter(objective::holdsIn).filter(_ -> !objective.component().isEmpty()).forEach(place -> {
                    Field before = seen.putIfAbsent(place + " " + name, field);
                    if (before != null && told.add(name)) {
                        field.wrong("has the key '" + name + "', which " + before.path() + " has too; expected each once");
                    }
                });
            }
        }
    }

    static void known(Field field, String name, List<String> names, String what) {
        if (!name.isEmpty() && !names.contains(name)) {
            field.wrong("is '" + name + "', which is no " + what
                    + Nearest.to(name, names).map(near -> "; did you mean " + near + "?")
                    .orElse("; known are " + String.join(", ", names)));
        }
    }

    /** @param fields where each component stands */
    static void needs(List<Field> fields, List<Component> components) {
        List<String> names = components.stream().map(Component::name).toList();
        for (int i = 0; i < components.size(); i++) {
            Optional<Field> needs = Optional.ofNullable(fields.get(i).fields().get("needs"));
            for (String need : components.get(i).needs()) {
                needs.ifPresent(field -> known(field, need, names, "component"));
            }
            List<String> circle = circle(components.get(i), components);
            if (!circle.isEmpty()) {
                needs.ifPresent(field -> field.wrong("goes round in a circle: " + String.join(" needs ", circle)));
            }
        }
    }

    /** From a component back to itself along {@code needs}; empty when there is no such way. */
    private static List<String> circle(Component start, List<Component> components) {
        Map<String, Component> byName = new HashMap<>();
        components.forEach(component -> byName.putIfAbsent(component.name(), component));
        return way(start, start.name(), byName, new HashSet<>());
    }

    private static List<String> way(Component from, String to, Map<String, Component> byName, Set<String> visited) {
        for (String need : from.needs()) {
            if (need.equals(to)) {
                return List.of(from.name(), to);
            }
            if (visited.add(need) && byName.containsKey(need)) {
                List<String> rest = way(byName.get(need), to, byName, visited);
                if (!rest.isEmpty()) {
                    List<String> way = new ArrayList<>(List.of(from.name()));
                    way.addAll(rest);
                    return way;
                }
            }
        }
        return List.of();
    }
}
