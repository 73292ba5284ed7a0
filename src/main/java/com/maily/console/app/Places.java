package com.maily.console.app;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where files are when nobody says: the workspace file and the journal. */
final class Places {

    private Places() { }

    /** $MAILY_WORKSPACE, then ./maily.yaml; empty when there is neither. */
    static Optional<Path> workspace() {
        return environment("MAILY_WORKSPACE").or(() -> Optional.of(Path.of("maily.yaml")).filter(Files::exists));
    }

    static Path requireWorkspace(Optional<Path> given) {
        return given.or(Places::workspace).orElseThrow(() -> new FailureException(new Failure.Rejected("There is no workspace file",
                "neither --workspace nor $MAILY_WORKSPACE names one, and there is no maily.yaml here.",
                "Copy the shipped example, or start a sandbox with: mailyctl sandbox")));
    }

    /** $MAILY_JOURNAL, then the user's data folder by the XDG rule. */
    static Path journal(Optional<Path> given) {
        return given.or(() -> environment("MAILY_JOURNAL")).orElseGet(() -> dataFolder().resolve("journal.db"));
    }

    static Path dataFolder() {
        return environment("XDG_DATA_HOME").orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share"))
                .resolve("maily-console");
    }

    static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new FailureException(new Failure.Rejected("The folder " + folder + " can't be made", String.valueOf(e.getMessage()),
                    "Choose another place, or mend its permissions."), e);
        }
    }

    private static Optional<Path> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()).map(Path::of);
    }
}
