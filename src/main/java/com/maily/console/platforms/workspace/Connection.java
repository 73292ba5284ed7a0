package com.maily.console.platforms.workspace;

import com.maily.console.core.model.Region;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be connected to, and which settings each takes. */
enum Connection {
    KUBERNETES(true, List.of("namespace"), List.of("kubeconfig", "context", "namespace", "namespaces", "lock", "eks")),
    VERCEL(true, List.of("token"), List.of("url", "team", "project", "token", "rollbackApi", "timeout")),
    PROMETHEUS(false, List.of("url"), List.of("url", "token", "username", "password", "timeout", "tenant", "dedup",
            "partial-response")),
    DATADOG(false, List.of("api-key", "application-key"), List.of("site", "url", "api-key", "application-key", "scope", "timeout")),
    NEWRELIC(false, List.of("account", "api-key"), List.of("account", "region", "url", "api-key", "timeout")),
    CLOUDWATCH(false, List.of("region"), List.of("region", "profile", "credentials", "role", "endpoint")),
    AWS(false, List.of("region"), List.of("region", "profile", "credentials", "role", "endpoint")),
    ARGOCD(false, List.of("url", "token"), List.of("url", "token", "namespace", "project", "application", "timeout")),
    ALERTMANAGER(false, List.of("url"), List.of("url", "token", "username", "password", "matchers", "component-label", "timeout")),
    GRAFANA(false, List.of("url"), List.of("url", "token", "username", "password", "annotate", "dashboard", "explore", "org",
            "timeout")),
    WEBHOOK(false, List.of("url"), List.of("url")),
    LOGS(false, List.of("url"), List.of("url", "index", "api-key", "token", "username", "password", "timeout", "field.timestamp",
            "field.message", "field.level", "field.service", "field.trace", "screen")),
    TRACES(false, List.of(), List.of("title", "url", "search", "times"));

    private static final String EKS = "eks";
    private static final String REFERENCE = "(env|file):\\S.*";
    private static final List<String> SECRET_WORDS = List.of("token", "password", "secret", "authorization", "api-key",
            "application-key", "cookie");
    private static final String VARIABLE = "variable.";
    private static final List<String> FILES = List.of("kubeconfig", "credentials");
    /** Settings of this prefix are headers of the requests. */
    private static final String HEADER = "header.";
    /** Of these prefixes: the application or dashboard of one component, what it is called in logs or traces, a dashboard's variable. */
    private static final Map<String, List<String>> NAMED = Map.of("argocd", List.of("application."), "logs", List.of("service."),
            "traces", List.of("service."), "grafana", List.of("dashboard.", VARIABLE));
    /** What addresses of other tools' screens may hold, for whoever opens them to fill in. */
    private static final List<String> PLACES = List.of("trace", "component", "environment", "text", "from", "to");
    private static final List<String> TEMPLATES = List.of("search", "screen");

    private final boolean runsComponents;
    private final List<String> required;
    private final List<String> known;

    Connection(boolean runsComponents, List<String> required, List<String> known) {
        this.runsComponents = runsComponents;
        this.required = required;
        this.known = known;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * By key, what an environment may name. With regions each has its own cluster and what syncs it, and may have its own
     * metrics.
     */
    static Map<String, Connection> keys(List<Region> regions) {
        Map<String, Connection> keys = new LinkedHashMap<>();
        for (Connection connection : values()) {
            boolean ofCluster = connection == KUBERNETES || connection == ARGOCD || connection == AWS;
            if (regions.isEmpty() || !ofCluster) {
                keys.put(connection.key(), connection);
            }
            regions.stream().filter(_ -> ofCluster || connection == PROMETHEUS || connection == CLOUDWATCH)
                    .forEach(region -> keys.put(region.of(connection.key()), connection));
        }
        return keys;
    }

    /** By key, those that components can live on. */
    static Map<String, Connection> platforms() {
        return Arrays.stream(values()).filter(connection -> connection.runsComponents)
                .collect(Collectors.toMap(Connection::key, connection -> connection, (a, _) -> a, LinkedHashMap::new));
    }

    /** By key, those that objectives can be measured by. */
    static Map<String, String> metricSources() {
        return Stream.of(PROMETHEUS, DATADOG, NEWRELIC, CLOUDWATCH).map(Connection::key)
                .collect(Collectors.toMap(key -> key, key -> key, (a, _) -> a, LinkedHashMap::new));
    }

    Map<String, String> settings(Field field, Variables variables) {
        List<String> allowed = Stream.concat(known.stream(), field.fields().keySet().stream().filter(key -> isHeader(key)
                || isNamed(key))).toList();
        Section section = field.section(allowed);
        Map<String, String> settings = new TreeMap<>();
        for (String key : allowed) {
            if (key.equals(EKS)) {
                section.optional(EKS).ifPresent(eks -> eks(eks, variables, settings));
                continue;
            }
            (required.contains(key) ? section.required(key) : section.optional(key))
                    .flatMap(setting -> setting(key, setting, variables)).ifPresent(value -> settings.put(key, value));
        }
        return settings;
    }

    /** A cluster that AWS tells of: settings {@code eks.cluster}, {@code eks.region}, {@code eks.profile}. */
    private static void eks(Field field, Variables variables, Map<String, String> settings) {
        Section section = field.section(List.of("cluster", "region", "profile"));
        for (String key : List.of("cluster", "region")) {
            section.required(key).flatMap(one -> filled(one, variables)).ifPresent(value -> settings.put("eks." + key, value));
        }
        section.optional("profile").flatMap(one -> filled(one, variables)).ifPresent(value -> settings.put("eks.profile", value));
    }

    private boolean isHeader(String key) {
        return known.contains("timeout") && key.startsWith(HEADER) && key.length() > HEADER.length();
    }

    private boolean isNamed(String key) {
        return NAMED.getOrDefault(key(), List.of()).stream()
                .anyMatch(prefix -> key.startsWith(prefix) && key.length() > prefix.length());
    }

    private boolean isTemplate(String key) {
        return this == TRACES && key.equals("url") || TEMPLATES.contains(key) || this == GRAFANA && key.startsWith(VARIABLE);
    }

    private Optional<String> setting(String key, Field field, Variables variables) {
        return filled(field, isTemplate(key) ? variables.keeping(PLACES) : variables).map(value -> FILES.contains(key) ? path(value) : value)
                .filter(value -> switch (key) {
                    case "url", "endpoint" -> this == WEBHOOK && value.matches(REFERENCE)
                            || (this == TRACES ? isTemplate(field, value) : isUrl(field, value));
                    case "search", "screen" -> isTemplate(field, value);
                    case "times" -> isOneOf(field, value, List.of("microseconds", "milliseconds", "seconds", "iso"));
                    case "timeout" -> isTimeout(field, value);
                    case "lock" -> isLock(field, value);
                    case "dedup", "partial-response" -> isOneOf(field, value, List.of("true", "false"));
                    default -> !isSecret(key) || isReference(field, value);
                });
    }

    private static boolean isLock(Field field, String value) {
        boolean fits = value.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
        if (!fits) {
            field.expected("the name of a Lease, of lower-case letters, digits and dashes, or off");
        }
        return fits;
    }

    /** Its places to fill in stand behind the host. */
    private static boolean isTemplate(Field field, String value) {
        if (value.matches("[^/]*//[^/]*\\$.*")) {
            field.wrong("has a place to fill in where the host stands; expected it behind the host");
            return false;
        }
        return isUrl(field, value.replaceAll("\\$\\{[a-z]+}", "x"));
    }

    private static boolean isOneOf(Field field, String value, List<String> words) {
        boolean fits = words.contains(value);
        if (!fits) {
            field.expected("one of " + String.join(", ", words));
        }
        return fits;
    }

    private static boolean isTimeout(Field field, String value) {
        boolean fits = value.matches("[1-9]\\d{0,2}");
        if (!fits) {
            field.expected("whole seconds, 1 to 999");
        }
        return fits;
    }

    /** As a shell would: {@code ~/} is the user's home. */
    private static String path(String value) {
        return value.startsWith("~/") ? System.getProperty("user.home") + value.substring(1) : value;
    }

    /** The value with its variables filled in; empty, and a problem, when one is missing. */
    static Optional<String> filled(Field field, Variables variables) {
        return field.text().flatMap(text -> {
            if (Variables.malformed(text)) {
                field.wrong("has a ${ that is not closed or holds no name; expected ${name} or ${name:-otherwise}");
                return Optional.empty();
            }
            List<String> missing = new ArrayList<>();
            String value = variables.fill(text, missing::add);
            missing.forEach(name -> field.wrong("needs the variable '" + name + "', which was not given"));
            return missing.isEmpty() ? Optional.of(value) : Optional.empty();
        });
    }

    static boolean isSecret(String key) {
        return SECRET_WORDS.stream().anyMatch(key.toLowerCase(Locale.ROOT)::contains);
    }

    /** Never shows the value: it may be the secret itself. */
    private static boolean isReference(Field field, String value) {
        boolean reference = value.matches(REFERENCE);
        if (!reference) {
            field.wrong("holds a secret itself; expected where to find it: env:NAME or file:PATH");
        }
        return reference;
    }

    static boolean isUrl(Field field, String value) {
        try {
            URI uri = URI.create(value);
            if (uri.getRawUserInfo() != null) {
                field.wrong("holds a user or password; expected them as settings of their own,"
                        + " with password: env:NAME or file:PATH");
                return false;
            }
            if (uri.getHost() != null && List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                return true;
            }
        } catch (IllegalArgumentException e) {
            // Said below, like every other text that is no address.
        }
        field.expected("an address such as https://host:port");
        return false;
    }
}
