package com.maily.console.platforms.workspace;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one component. */
final class ComponentSection {

    private static final List<String> KEYS = List.of("name", "criticality", "platform", "target", "routing", "needs", "ladder",
            "regions");
    /** By kind, the platform whose traffic it can split. */
    private static final Set<String> VERCEL_KINDS = Set.of(Routing.ROLLING_RELEASE);
    /** The kinds that hold the weights in no object of their own, or in one that is found. */
    private static final Set<String> NAMELESS = Set.of(Routing.REPLICA_RATIO, Routing.ROLLING_RELEASE, Routing.FOUND,
            Routing.NONE);
    private static final List<String> GROUPS = List.of(Routing.STABLE_GROUP, Routing.CANARY_GROUP);

    private ComponentSection() { }

    static Component read(Field field) {
        Section section = field.section(KEYS);
        String name = section.required("name").map(ComponentSection::name).orElse("");
        Map<String, Criticality> words = new LinkedHashMap<>();
        words.put("critical", Criticality.CRITICAL);
        words.put("non-critical", Criticality.NON_CRITICAL);
        Criticality criticality = section.required("criticality").flatMap(f -> f.oneOf(words)).orElse(Criticality.CRITICAL);
        String platform = section.required("platform").flatMap(f -> f.oneOf(Connection.platforms())).map(Connection::key)
                .orElse("");
        String target = section.required("target").flatMap(f -> TargetKinds.read(f, platform)).orElse("");
        Routing routing = section.optional("routing").map(f -> routing(f, platform, target)).orElse(TargetKinds.usual(target));
        List<String> needs = section.optional("needs").map(Field::texts).orElse(List.of());
        List<Weight> ladder = section.optional("ladder").map(f -> ladder(f, routing)).orElse(List.of());
        List<String> regions = section.optional("regions").map(f -> regions(f, platform)).orElse(List.of());
        return new Component(name, criticality, platform, target, routing, needs, ladder, regions, 0);
    }

    private static String name(Field field) {
        String name = field.text().orElse("");
        if (!Region.isPlain(name)) {
            field.expected("a name without @, which is for regions");
        }
        return name;
    }

    private static List<String> regions(Field field, String platform) {
        if (!platform.isEmpty() && !platform.equals(Connection.KUBERNETES.key())) {
            field.wrong("is given, but only what is on kubernetes lives in regions; this component is on " + platform);
        }
        return field.texts();
    }

    private static Routing routing(Field field, String platform, String target) {
        Section section = field.section(List.of("kind", "name", Routing.STABLE_GROUP, Routing.CANARY_GROUP));
        Map<String, String> kinds = Routing.KINDS.stream().collect(Collectors.toMap(k -> k, k -> k, (a, _) -> a,
                LinkedHashMap::new));
        String kind = section.required("kind").flatMap(f -> f.oneOf(kinds)).orElse(Routing.NONE);
        String needed = kind.equals(Routing.NONE) ? platform : VERCEL_KINDS.contains(kind) ? "vercel" : "kubernetes";
        if (!platform.isEmpty() && !platform.equals(needed)) {
            field.wrong("is " + kind + ", which splits traffic on " + needed + "; this component is on " + platform);
        }
        String name = NAMELESS.contains(kind) ? section.optionalText("name", "") : section.requiredText("name");
        Routing routing = new Routing(kind, name, settings(section, kind));
        if (needed.equals(platform)) {
            TargetKinds.check(field, routing, target);
        }
        return routing;
    }

    private static Map<String, String> settings(Section section, String kind) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String key : GROUPS) {
            section.optional(key).ifPresent(field -> {
                if (kind.equals(Routing.ALB_RULE)) {
                    field.text().ifPresent(value -> settings.put(key, value));
                } else {
                    field.wrongKey("belongs to kind " + Routing.ALB_RULE + " only");
                }
            });
        }
        return settings;
    }

    private static List<Weight> ladder(Field field, Routing routing) {
        List<Field> rungs = field.items();
        List<Weight> weights = rungs.stream().flatMap(rung -> rung.weight().stream()).toList();
        if (weights.size() < rungs.size()) {
            return weights;
        }
        for (int i = 0; i < weights.size(); i++) {
            if (!weights.get(i).isAbove(i == 0 ? Weight.ZERO : weights.get(i - 1))) {
                rungs.get(i).expected(i == 0 ? "a first weight above 0" : "more than the " + weights.get(i - 1) + " before it");
            }
        }
        if (weights.isEmpty() || !weights.getLast().isFull()) {
            field.wrong("ends at " + (weights.isEmpty() ? "nothing" : weights.getLast())
                    + "; expected the last weight to be 100");
        }
        if (!routing.canSplit()) {
            field.wrong("is given, but routing.kind is none; expected a routing that can split traffic, or no ladder");
        }
        return weights;
    }
}
