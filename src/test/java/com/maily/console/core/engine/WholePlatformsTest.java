package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.RegionalPlatforms;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between the engine and an environment's ports passes every port on: one it forgot would silently not be there. */
class WholePlatformsTest {

    @ParameterizedTest
    @ValueSource(classes = {GuardedPlatforms.class, RegionalPlatforms.class})
    void everyPortIsPassedOn(Class<? extends Platforms> wrapper) {
        assertThat(Arrays.stream(Platforms.class.getMethods()).filter(method -> !Modifier.isStatic(method.getModifiers())))
                .allSatisfy(method -> assertThat(own(wrapper, method)).as(wrapper.getSimpleName() + "."
                + method.getName()).isTrue());
    }

    private static boolean own(Class<?> wrapper, Method method) {
        try {
            wrapper.getDeclaredMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
