package com.maily.console.platforms.workspace;

import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Recovery;
import com.maily.console.core.model.Recovery.Goal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads an environment's recovery goals. */
final class RecoverySection {

    private RecoverySection() { }

    static Recovery read(Field field) {
        Section section = field.section(List.of("rto", "rpo", "components"));
        Goal usual = goal(section, Goal.QUARTER);
        Map<String, Goal> components = new TreeMap<>();
        section.optional("components").map(Field::fields).orElse(Map.of())
                .forEach((name, own) -> components.put(name, goal(own.section(List.of("rto", "rpo")), usual)));
        return new Recovery(usual, components);
    }

    /** What is not said is as otherwise. */
    private static Goal goal(Section section, Goal otherwise) {
        return new Goal(section.optional("rto").flatMap(Field::duration).orElse(otherwise.time()),
                section.optional("rpo").flatMap(Field::duration).orElse(otherwise.point()));
    }

    /** Each component an environment has a goal for must be one. */
    static void known(List<Field> fields, List<Environment> environments, List<String> names) {
        for (int i = 0; i < fields.size(); i++) {
            Optional<Field> recovery = Optional.ofNullable(fields.get(i).fields().get("recovery"));
            environments.get(i).recovery().components().keySet().forEach(name -> recovery
                    .flatMap(goals -> Optional.ofNullable(goals.fields().get("components")))
                    .ifPresent(components -> References.known(components, name, names, "component")));
        }
    }
}
