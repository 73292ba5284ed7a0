package com.maily.console.platforms.workspace;

import com.maily.console.core.model.HealthCheck;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads an environment's health endpoints. */
final class HealthSection {

    private static final List<String> KEYS = List.of("component", "name", "url", "status", "expect", "timeout", "slow",
            "interval",
            "notice");
    /** A fault is to be seen soon, and the lamp of all endpoints to stay lit. */
    private static final Duration RAREST = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private HealthSection() { }

    static List<HealthCheck> read(Field list, Variables variables) {
        List<Field> fields = list.items();
        List<HealthCheck> checks = fields.stream().map(field -> check(field, variables)).toList();
        References.unique(fields, checks.stream().map(check -> check.component().isEmpty() ? "" : check.subject()).toList(),
                "component and name");
        return checks;
    }

    private static HealthCheck check(Field field, Variables variables) {
        Section section = field.section(KEYS);
        URI address = section.required("url").flatMap(f -> Connection.filled(f, variables)
                .filter(value -> Connection.isUrl(f, value) && holdsNoSecret(f, value))).map(URI::create)
                .orElse(URI.create("http://localhost"));
        return new HealthCheck(section.requiredText("component"), section.optionalText("name", "health"), address,
                section.optional("status").flatMap(HealthSection::status).orElse(HealthCheck.STATUS),
                section.optional("expect").flatMap(HealthSection::expected),
                duration(section, "timeout", LONGEST_WAIT, HealthCheck.TIMEOUT),
                duration(section, "slow", LONGEST_WAIT, HealthCheck.SLOW),
                duration(section, "interval", RAREST, HealthCheck.INTERVAL),
                section.optional("notice").flatMap(Field::duration).orElse(HealthCheck.NOTICE));
    }

    /** Never shows the value: it may be the secret itself. */
    private static boolean holdsNoSecret(Field field, String value) {
        String query = Optional.ofNullable(URI.create(value).getRawQuery()).orElse("");
        boolean secret = List.of(query.split("&")).stream().map(part -> part.replaceFirst("=.*", ""))
                .anyMatch(Connection::isSecret);
        if (secret) {
            field.wrong("holds a secret in its query; expected an endpoint that needs none");
        }
        return !secret;
    }

    private static Optional<Integer> status(Field field) {
        Optional<Integer> status = field.text().filter(text -> text.matches("[1-5]\\d\\d")).map(Integer::valueOf);
        return status.isPresent() ? status : field.expected("an HTTP status such as 200");
    }

    private static Optional<HealthCheck.Expected> expected(Field field) {
        Section section = field.section(List.of("field", "value"));
        return Optional.of(new HealthCheck.Expected(section.requiredText("field"), section.requiredText("value")));
    }

    private static Duration duration(Section section, String key, Duration longest, Duration otherwise) {
        return section.optional(key).flatMap(field -> {
            Optional<Duration> value = field.duration();
            return value.filter(one -> one.compareTo(longest) > 0).isEmpty() ? value
                    : field.<Duration>expected("at most " + longest.toSeconds() + "s");
        }).orElse(otherwise);
    }
}
