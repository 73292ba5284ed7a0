package com.maily.console.platforms.aws;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Writes parts of requests the way the {@code aws} command takes them. */
final class AwsJson {

    private AwsJson() { }

    static String of(Object value) {
        return switch (value) {
            case SdkPojo pojo -> pojo.sdkFields().stream().flatMap(field -> member(field, pojo).stream())
                    .collect(Collectors.joining(",", "{", "}"));
            case Collection<?> list -> list.stream().map(AwsJson::of).collect(Collectors.joining(",", "[", "]"));
            case Map<?, ?> map -> map.entrySet().stream().map(entry -> text(entry.getKey()) + ":" + of(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> text(value);
        };
    }

    private static Optional<String> member(SdkField<?> field, SdkPojo pojo) {
        Object value = field.getValueOrDefault(pojo);
        boolean nothing = value == null || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        return nothing ? Optional.empty() : Optional.of(text(field.memberName()) + ":" + of(value));
    }

    private static String text(Object value) {
        return "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
