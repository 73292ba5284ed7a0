package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.Platforms;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A wrapper that leaves a method of its port to the port's default would hide what the real one does, and a write that is not
 * wrapped would pass by the lock.
 */
class WrappersTest {

    static Stream<Class<?>> wrappers() {
        return Stream.concat(Stream.of(GuardedPlatforms.class), Arrays.stream(GuardedWrites.class.getDeclaredClasses()));
    }

    @ParameterizedTest
    @MethodSource("wrappers")
    void everyMethodOfThePortIsWrapped(Class<?> wrapper) {
        Class<?> port = wrapper.getInterfaces()[0];
        List<String> left = Arrays.stream(port.getMethods()).filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !derived(port, method) && !declares(wrapper, method)).map(Method::toString).toList();
        assertThat(left).as(wrapper.getSimpleName()).isEmpty();
    }

    /** The rules of a lock are made of its three writes and reads, which are wrapped; so is looking at one of many. */
    private static boolean derived(Class<?> port, Method method) {
        return method.isDefault() && port != Platforms.class && (port.getSimpleName().equals("EnvironmentLock")
                || method.getName().equals("observe"));
    }

    private static boolean declares(Class<?> wrapper, Method method) {
        return Arrays.stream(wrapper.getDeclaredMethods()).anyMatch(own -> own.getName().equals(method.getName())
                && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }
}
