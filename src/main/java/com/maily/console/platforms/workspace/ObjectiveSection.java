package com.maily.console.platforms.workspace;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.model.Objective.Counted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one objective. */
final class ObjectiveSection {

    private static final List<String> KEYS = List.of("key", "title", "component", "source", "query", "samples", "unit", "at-most",
            "at-least", "critical", "counts");
    private static final List<String> COUNT_KEYS = List.of("bad", "total", "allowed", "tolerance");
    private static final double TOLERANCE = 10;
    private static final List<String> PLACEHOLDERS = List.of("component", "region", "track", "tracks", "window",
            "environment");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}?");

    private ObjectiveSection() { }

    static Objective read(Field field) {
        Section section = field.section(KEYS);
        String key = section.requiredText("key");
        Bound bound = section.optional("at-least").isPresent() ? Bound.AT_LEAST : Bound.AT_MOST;
        String source = section.optional("source")
                .flatMap(f -> f.oneOf(Map.of(Connection.PROMETHEUS.key(), Connection.PROMETHEUS.key())))
                .orElse(Connection.PROMETHEUS.key());
        String query = section.required("query").flatMap(f -> query(f, PLACEHOLDERS)).orElse("");
        String samples = section.optional("samples").flatMap(f -> query(f, PLACEHOLDERS)).orElse("");
        return new Objective(key, section.optionalText("title", key), section.requiredText("component"), source, query, samples,
                section.requiredText("unit"), bound, limit(section), section.optional("critical").flatMap(Field::flag)
                .orElse(false), section.optional("counts").map(ObjectiveSection::counted).orElse(null));
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
                section.required("total").flatMap(f -> query(f, PLACEHOLDERS)).orElse(""), allowed, tolerance);
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
