package com.maily.console.app;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.SourceState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A platform's ports, or why they could not be opened: one broken entry of the workspace file must not keep the other platforms
 * from being used.
 */
sealed interface Opened<T> {

    record Ready<T>(T ports) implements Opened<T> { }

    record Broken<T>(String name, Failure why) implements Opened<T> { }

    /** @param name the platform as people say it, for its lamp */
    static <T> Opened<T> of(String name, Supplier<T> open) {
        try {
            return new Ready<>(open.get());
        } catch (FailureException e) {
            return new Broken<>(name, e.failure());
        }
    }

    /** @throws FailureException why it could not be opened */
    default T orThrow() {
        return switch (this) {
            case Ready<T> ready -> ready.ports();
            case Broken<T> broken -> throw new FailureException(broken.why());
        };
    }

    default SourceState state(Function<T, SourceState> known) {
        return switch (this) {
            case Ready<T> ready -> known.apply(ready.ports());
            case Broken<T> broken -> new SourceState(broken.name(), Duration.ofMinutes(1), Optional.empty(),
                    broken.why().sentence());
        };
    }

    /** @param otherwise for a platform that could not be opened */
    default <R> R known(Function<T, R> of, R otherwise) {
        return switch (this) {
            case Ready<T> ready -> of.apply(ready.ports());
            case Broken<T> _ -> otherwise;
        };
    }

    default void ifReady(Consumer<T> action) {
        if (this instanceof Ready<T> ready) {
            action.accept(ready.ports());
        }
    }
}
