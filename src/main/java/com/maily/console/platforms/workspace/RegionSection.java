package com.maily.console.platforms.workspace;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the regions of an environment, and checks what others say of regions. */
final class RegionSection {

    private static final String NAME = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final double MOST_WAVES = 99;

    private RegionSection() { }

    /** In the order of the list, one wave after the other, unless they say their wave. */
    static List<Region> read(Field field) {
        List<Field> fields = field.items();
        List<Region> regions = new ArrayList<>();
        for (Field item : fields) {
            regions.add(region(item, regions.size() + 1));
        }
        References.unique(fields, regions.stream().map(Region::name).toList(), "name");
        return regions.stream().filter(region -> !region.name().isEmpty()).toList();
    }

    private static Region region(Field field, int turn) {
        if (field.node() instanceof ScalarNode) {
            return new Region(name(field), turn);
        }
        Section section = field.section(List.of("name", "wave"));
        return new Region(section.required("name").map(RegionSection::name).orElse(""),
                section.optional("wave").map(RegionSection::wave).orElse(turn));
    }

    private static String name(Field field) {
        Optional<String> name = field.text().filter(text -> text.matches(NAME));
        return name.or(() -> field.expected("a name in lower case, such as eu-west-1")).orElse("");
    }

    private static int wave(Field field) {
        Optional<Double> wave = field.number().filter(n -> n >= 1 && n <= MOST_WAVES && n == Math.rint(n));
        return wave.or(() -> field.expected("a whole number, 1 to 99")).orElse(1.0).intValue();
    }

    /** The region that runs jobs, when one is named. */
    static String jobs(Field field, List<Region> regions) {
        String name = field.text().orElse("");
        References.known(field, name, regions.stream().map(Region::name).toList(), "region");
        return name;
    }

    /** Each region a component names must be one of some environment. */
    static void known(List<Field> fields, List<Component> components, List<Environment> environments) {
        List<String> names = environments.stream().flatMap(environment -> environment.regions().stream()).map(Region::name)
                .distinct().toList();
        for (int i = 0; i < fields.size(); i++) {
            List<String> named = components.get(i).regions();
            Optional.ofNullable(fields.get(i).fields().get("regions"))
                    .ifPresent(field -> named.forEach(name -> References.known(field, name, names, "region of any environment")));
        }
    }
}
