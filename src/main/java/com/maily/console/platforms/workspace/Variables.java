package com.maily.console.platforms.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code ${name}} and {@code ${name:-otherwise}} in settings, so that one file serves the sandbox and the real thing. */
record Variables(Map<String, String> values) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9._-]*?)(?::-([^}]*))?}");

    Variables {
        values = Map.copyOf(values);
    }

    /** @param missing told the name of each variable that has neither a value nor an otherwise */
    String fill(String text, Consumer<String> missing) {
        return REFERENCE.matcher(text).replaceAll(reference -> Matcher.quoteReplacement(
                Optional.ofNullable(values.get(reference.group(1))).or(() -> Optional.ofNullable(reference.group(2)))
                .orElseGet(() -> {
                    missing.accept(reference.group(1));
                    return "";
                })));
    }

    /** The same, but these names stay as they stand. */
    Variables keeping(List<String> names) {
        Map<String, String> kept = new HashMap<>(values);
        names.forEach(name -> kept.put(name, "${" + name + "}"));
        return new Variables(kept);
    }

    /** Whether a {@code ${} stands there that no variable can fill. */
    static boolean malformed(String text) {
        return REFERENCE.matcher(text).replaceAll("").contains("${");
    }
}
