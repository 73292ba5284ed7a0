package com.maily.console.platforms.workspace;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.model.Objective.Counted;
import com.maily.console.core.model.Objective.Judging;
import com.maily.console.core.model.Objective.Tail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads an objective, which may be that of several components. */
final class ObjectiveSection {

    private static final List<String> KEYS = List.of("key", "title", "component", "source", "query", "samples", "unit", "at-most",
            "at-least", "critical", "counts", "group", "weight", "warm-up", "minimum", "environments");
    private static final List<String> COUNT_KEYS = List.of("bad", "total", "allowed", "tolerance", "tail");
    private static final List<String> TAIL_KEYS = List.of("above", "limits");
    private static final double TOLERANCE = 10;
    private static final List<String> PLACEHOLDERS = List.of("component", "region", "track", "tracks", "window",
            "environment");
    private static final List<String> TAIL_PLACEHOLDERS = List.of("component", "region", "track", "tracks", "window",
            "environment", "limit");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}?");

    private ObjectiveSection() { }

    /** One objective for each component it names. */
    static List<Objective> read(Field field) {
        Section section = field.section(KEYS);
        String key = section.requiredText("key");
        Bound bound = section.optional("at-least").isPresent() ? Bound.AT_LEAST : Bound.AT_MOST;
        String source = section.optional("source")
                .flatMap(f -> f.oneOf(Connection.metricSources()))
                .orElse(Connection.PROMETHEUS.key());
        String query = section.required("query").flatMap(f -> query(f, PLACEHOLDERS)).orElse("");
        String samples = section.optional("samples").flatMap(f -> query(f, PLACEHOLDERS)).orElse("");
        String title = section.optionalText("title", key);
        String unit = section.requiredText("unit");
        double limit = limit(section);
        boolean critical = section.optional("critical").flatMap(Field::flag).orElse(false);
        Counted counted = section.optional("counts").map(ObjectiveSection::counted).orElse(null);
        Judging judging = judging(section);
        Set<String> environments = section.optionalItems("environments").stream().flatMap(name -> name.text().stream())
                .collect(Collectors.toSet());
        return section.required("component").map(Field::oneOrMore).orElse(List.of()).stream()
                .map(component -> new Objective(key, title,
                component, source, query, samples, unit, bound, limit, critical, counted, judging, environments)).toList();
    }

    private static Judging judging(Section section) {
        double weight = number(section, "weight", 1);
        boolean counts = section.optional("counts").isPresent() || section.optional("samples").isPresent();
        double minimum = number(section, "minimum", counts ? Judging.MINIMUM : Judging.POINTS);
        Duration warmUp = section.optional("warm-up").flatMap(Field::duration).orElse(Duration.ZERO);
        return new Judging(section.optionalText("group", ""), weight, warmUp, (int) minimum);
    }

    private static double number(Section section, String key, double otherwise) {
        double number = section.optional(key).flatMap(Field::number).orElse(otherwise);
        if (number < 0) {
            section.optional(key).ifPresent(field -> field.wrong("is below 0"));
        }
        return number;
    }

    private static Tail tail(Field field) {
        Section section = field.section(TAIL_KEYS);
        List<Field> limits = section.required("limits").map(Field::items).orElse(List.of());
        List<Double> known = limits.stream().flatMap(limit -> limit.number().stream()).toList();
        if (!known.equals(known.stream().sorted().distinct().toList())) {
            section.required("limits").ifPresent(f -> f.wrong("is not in ascending order"));
        }
        return new Tail(section.required("above").flatMap(f -> query(f, TAIL_PLACEHOLDERS)).orElse(""),
                limits.stream().flatMap(limit -> limit.text().stream()).toList());
    }

    private static Counted counted(Field field) {
        Section section = field.section(COUNT_KEYS);
        double allowed = section.required("allowed").flatMap(Field::number).orElse(1.0);
        if (allowed <= 0 || allowed >= 100) {
            section.required("allowed").ifPresent(f -> f.wrong("is no share; expected percent above 0 and below 100"));
        }
        double tolerance = section.optional("tolerance").flatMap(Field::number).orElse(TOLERANCE);
        if (tolerance < 0) {
            section.field().wrong("has a tolerance below 0");
        }
        return new Counted(section.required("bad").flatMap(f -> query(f, PLACEHOLDERS)).orElse(""),
                section.required("total").flatMap(f -> query(f, PLACEHOLDERS)).orElse(""), allowed, tolerance,
                section.optional("tail").map(ObjectiveSection::tail).orElse(null));
    }

    private static double limit(Section section) {
        Optional<Field> most = section.optional("at-most");
        Optional<Field> least = section.optional("at-least");
        if (most.isPresent() == least.isPresent()) {
            section.field().wrong(most.isPresent() ? "has both at-most and at-least; expected one of them"
                    : "has no limit; expected at-most or at-least");
        }
        return most.or(() -> least).flatMap(Field::number).orElse(0.0);
    }

    /** The text, with only those placeholders in it that somebody fills. */
    static Optional<String> query(Field field, List<String> placeholders) {
        Optional<String> text = field.text();
        text.ifPresent(query -> {
            Matcher matcher = PLACEHOLDER.matcher(query);
            while (matcher.find()) {
                String name = matcher.group(1);
                if (!placeholders.contains(name)) {
                    field.wrong("has the placeholder '${" + name + "}', which nobody fills; known are "
                            + String.join(", ", placeholders));
                }
            }
        });
        return text;
    }
}
