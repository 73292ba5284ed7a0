package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.platforms.http.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The token that stands in a file, read again when the file has changed or the cluster refused what was read. */
final class FileToken implements Tokens {

    private final Path file;
    private final Supplier<String> reading;
    private @Nullable String token;
    private @Nullable FileTime readAt;

    /** @param reading takes the token out of the file; throws what is wrong with it */
    FileToken(Path file, Supplier<String> reading) {
        this.file = file;
        this.reading = reading;
    }

    @Override
    public synchronized String current() {
        FileTime changed = changed();
        String known = token;
        if (known == null || !Objects.equals(changed, readAt)) {
            known = reading.get();
            token = known;
            readAt = changed;
        }
        return known;
    }

    @Override
    public synchronized void refused(String refused) {
        if (refused.equals(token)) {
            token = null;
        }
    }

    private FileTime changed() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            throw new FailureException(new Failure.Missing("Signing in to the cluster failed", "The file " + file
                    + " that holds the token cannot be read.", "Sign in again, or name another kubeconfig."));
        }
    }
}
