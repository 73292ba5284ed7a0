package com.maily.console.core.journal;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a filled-in instance of every record below a sealed type, so that a new event or step cannot be forgotten by a test. */
public final class Samples {

    private Samples() { }

    /** One instance of each permitted record, at any depth. */
    public static <T> Stream<T> of(Class<T> sealed) {
        return records(sealed).map(type -> sealed.cast(record(type)));
    }

    public static Stream<Class<?>> records(Class<?> sealed) {
        return sealed.isSealed() ? Arrays.stream(sealed.getPermittedSubclasses()).flatMap(Samples::records) : Stream.of(sealed);
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(c -> value(c.getGenericType(), c.getName())).toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no sample of " + type, e);
        }
    }

    private static Object value(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                return Map.of("kéy", value(arguments[1], name));
            }
            return generic.getRawType() == Optional.class ? Optional.of(value(arguments[0], name)) : many(arguments[0], name);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return name + " \"quoted\" \\ ü \u2028 \n😀";
        }
        if (plain == int.class || plain == Integer.class) {
            return 3;
        }
        if (plain == long.class) {
            return 1L << 40;
        }
        if (plain == double.class || plain == Double.class) {
            return 0.1 + 0.2;
        }
        return other(plain);
    }

    private static Object other(Class<?> plain) {
        if (plain == boolean.class) {
            return true;
        }
        if (plain == Duration.class) {
            return Duration.ofMillis(90_061_001);
        }
        if (plain == Instant.class) {
            return Instant.parse("2026-11-21T12:00:00.123456789Z");
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[plain.getEnumConstants().length - 1];
        }
        return record(plain.isSealed() ? records(plain).findFirst().orElseThrow() : plain);
    }

    private static List<?> many(Type type, String name) {
        return type instanceof Class<?> plain && plain.isSealed() ? of(plain).toList()
                : List.of(value(type, name), value(type, name));
    }
}
