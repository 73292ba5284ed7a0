package com.maily.console.platforms.workspace;

import com.maily.console.core.model.AnalysisPolicy;
import com.maily.console.core.model.AnalysisPolicy.Mode;
import com.maily.console.core.model.AnalysisPolicy.OnFail;
import com.maily.console.core.model.ClockSetting;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Guard;
import com.maily.console.core.model.Recovery;
import com.maily.console.core.model.Region;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads environments with their connections, and the clock they share. */
final class EnvironmentSection {

    private EnvironmentSection() { }

    static Environment read(Field field, Variables variables) {
        Section section = field.section(List.of("name", "production", "read-only", "protected", "largest-step", "mute-alerts", "regions",
                "jobs", "analysis", "recovery", "connections", "health"));
        List<Region> regions = section.optional("regions").map(RegionSection::read).orElse(List.of());
        String jobs = section.optional("jobs").map(f -> RegionSection.jobs(f, regions)).orElse("");
        Map<String, Map<String, String>> connections = section.required("connections")
                .map(group -> connections(group, regions, variables)).orElse(Map.of());
        boolean production = section.required("production").flatMap(Field::flag).orElse(false);
        return new Environment(section.requiredText("name"), production, regions, jobs, connections,
                new Guard(flag(section, "read-only"), flag(section, "protected"),
                        section.optional("largest-step").flatMap(Field::points)),
                section.optional("health").map(f -> HealthSection.read(f, variables)).orElse(List.of()),
                section.optional("analysis").map(EnvironmentSection::analysis).orElse(AnalysisPolicy.DEFAULT), flag(section, "mute-alerts"),
                section.optional("recovery").map(RecoverySection::read).orElse(Recovery.DEFAULT));
    }

    private static AnalysisPolicy analysis(Field field) {
        Section section = field.section(List.of("mode", "on-fail"));
        Map<String, Mode> modes = new TreeMap<>(Map.of("act", Mode.ACT, "dry-run", Mode.DRY_RUN));
        Map<String, OnFail> ends = new TreeMap<>(Map.of("hold", OnFail.HOLD, "abort", OnFail.ABORT));
        return new AnalysisPolicy(section.optional("mode").flatMap(f -> f.oneOf(modes)).orElse(Mode.ACT),
                section.optional("on-fail").flatMap(f -> f.oneOf(ends)).orElse(OnFail.HOLD));
    }

    private static boolean flag(Section section, String key) {
        return section.optional(key).flatMap(Field::flag).orElse(false);
    }

    /** With regions, a cluster has the name of its region: {@code kubernetes@eu-west-1}. */
    private static Map<String, Map<String, String>> connections(Field group, List<Region> regions, Variables variables) {
        Map<String, Connection> keys = Connection.keys(regions);
        Section known = group.section(keys.keySet());
        Map<String, Map<String, String>> connections = new TreeMap<>();
        keys.forEach((key, connection) -> known.optional(key)
                .ifPresent(f -> connections.put(key, connection.settings(f, variables))));
        regions.forEach(region -> known.required(region.of(Connection.KUBERNETES.key())));
        return connections;
    }

    static ClockSetting clock(Field field, Variables variables) {
        Section section = field.section(List.of("wall", "shows", "rate"));
        Instant wall = value(section, "wall", variables, EnvironmentSection::instant, "an instant such as 2026-11-21T12:00:00Z",
                Instant.EPOCH);
        Instant shows = value(section, "shows", variables, EnvironmentSection::instant,
                "an instant such as 2026-11-21T12:00:00Z", Instant.EPOCH);
        double rate = value(section, "rate", variables, word -> Field.numberIn(word).filter(n -> n > 0), "a number above 0", 1.0);
        return new ClockSetting(wall, shows, rate);
    }

    private static <T> T value(Section section, String key, Variables variables, Function<String, Optional<T>> parser,
            String what, T otherwise) {
        return section.required(key).flatMap(field -> Connection.filled(field, variables).flatMap(text -> {
            Optional<T> parsed = parser.apply(text);
            return parsed.isPresent() ? parsed : field.expected(what);
        })).orElse(otherwise);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
