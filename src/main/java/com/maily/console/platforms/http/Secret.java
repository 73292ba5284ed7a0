package com.maily.console.platforms.http;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret is found, {@code env:NAME} or {@code file:PATH}, never the secret itself: it is read at each use, so that a
 * renewed token is picked up, and is kept in no field that could be printed.
 */
public final class Secret {

    private final String reference;
    private final UnaryOperator<@Nullable String> environment;

    private Secret(String reference, UnaryOperator<@Nullable String> environment) {
        this.reference = reference;
        this.environment = environment;
    }

    /** @throws FailureException {@code Rejected} for anything but the two forms; the text is not repeated, it may be a secret */
    public static Secret of(String reference) {
        return of(reference, System::getenv);
    }

    static Secret of(String reference, UnaryOperator<@Nullable String> environment) {
        if (!isReference(reference)) {
            throw new FailureException(new Failure.Rejected("A secret is not given as a reference",
                    "Secrets do not stand in the workspace file.", "Write env:NAME or file:PATH in its place."));
        }
        return new Secret(reference, environment);
    }

    public static boolean isReference(String text) {
        return text.matches("(env|file):.+");
    }

    /** Reads the value now; keep it in no field. @throws FailureException {@code Missing} when there is none */
    public String resolve() {
        String value = reference.startsWith("env:") ? fromEnvironment() : fromFile();
        if (value == null || value.isBlank()) {
            throw missing("it is empty or not set.");
        }
        return value.strip();
    }

    private @Nullable String fromEnvironment() {
        return environment.apply(reference.substring("env:".length()));
    }

    private String fromFile() {
        try {
            return Files.readString(Path.of(reference.substring("file:".length())));
        } catch (IOException | InvalidPathException e) {
            throw missing("the file cannot be read.");
        }
    }

    private FailureException missing(String why) {
        return new FailureException(new Failure.Missing("There is no secret at " + reference, why, "Set it, then try again."));
    }

    /** The reference, which is safe to show. */
    @Override
    public String toString() {
        return reference;
    }
}
