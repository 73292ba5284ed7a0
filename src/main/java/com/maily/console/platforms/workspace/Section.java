package com.maily.console.platforms.workspace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A group of fields with a fixed set of keys. */
final class Section {

    private final Field field;
    private final Map<String, Field> fields;

    Section(Field field, Map<String, Field> fields, Collection<String> known) {
        this.field = field;
        this.fields = fields;
        fields.forEach((key, value) -> {
            if (!known.contains(key)) {
                value.wrongKey(Nearest.to(key, known).map(near -> "is not known; did you mean " + near + "?")
                        .orElse("is not known; known are " + String.join(", ", known)));
            }
        });
    }

    Field field() {
        return field;
    }

    Optional<Field> optional(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    Optional<Field> required(String key) {
        if (!fields.containsKey(key)) {
            String path = field.path().isEmpty() ? key : field.path() + "." + key;
            field.problems().add(field.mark(), path + " is missing");
        }
        return optional(key);
    }

    /** Empty text where there is none; the problem is noted. */
    String requiredText(String key) {
        return required(key).flatMap(Field::text).orElse("");
    }

    String optionalText(String key, String otherwise) {
        return optional(key).flatMap(Field::text).orElse(otherwise);
    }

    List<Field> optionalItems(String key) {
        return optional(key).map(Field::items).orElse(List.of());
    }
}
