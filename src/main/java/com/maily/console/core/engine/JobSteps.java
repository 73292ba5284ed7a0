package com.maily.console.core.engine;

import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Workspace;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Plans the one-off jobs. Each purpose has a few names a workspace may give it; a purpose without a job there is not planned. */
record JobSteps(Workspace workspace, String version) {

    enum Purpose {
        BUILD("Build and sign images", Stage.KUBERNETES, 8, "image-build", "build-images", "build", "images", "build-and-sign"),
        UNIT_TESTS("Unit tests", Stage.VERIFICATION, 4, "unit-tests", "unit"),
        INTEGRATION_TESTS("Integration tests", Stage.VERIFICATION, 6, "integration-tests", "integration"),
        END_TO_END_TESTS("End-to-end tests", Stage.VERIFICATION, 8, "e2e-tests", "e2e", "end-to-end-tests"),
        SECURITY_SCAN("Security scan", Stage.VERIFICATION, 5, "security-scan", "security", "scan"),
        CHAOS_TESTS("Chaos tests", Stage.VERIFICATION, 6, "chaos-tests", "chaos", "chaos-test"),
        LOAD_TEST("Load test", Stage.VERIFICATION, 10, "load-test", "load", "load-tests"),
        BACKUP("Back up the database", Stage.DATABASE, 4, "database-backup", "backup", "db-backup"),
        MIGRATE("Migrate the database", Stage.DATABASE, 3, "database-migration", "database-migrate", "migrate", "migration",
                "db-migrate", "db-migration"),
        SMOKE_TESTS("Smoke tests", Stage.VERIFICATION, 3, "smoke-tests", "smoke", "smoke-test");

        private final String title;
        private final Stage stage;
        private final Duration usual;
        private final List<String> names;

        Purpose(String title, Stage stage, int usualMinutes, String... names) {
            this.title = title;
            this.stage = stage;
            this.usual = Duration.ofMinutes(usualMinutes);
            this.names = List.of(names);
        }

        String title() {
            return title;
        }

        boolean isCalled(String job) {
            return names.contains(job);
        }
    }

    /** @return the new step's id, empty when the workspace has no such job */
    Optional<String> add(Purpose purpose, PhaseDraft phase, Collection<String> after) {
        return purpose.names.stream().filter(workspace.jobs()::containsKey).findFirst().map(name -> {
            Workspace.JobTemplate job = workspace.jobs().get(name);
            return phase.add(purpose.title, purpose.stage, after, name, purpose.usual, base -> new Step.RunJob(base, name,
                    filled(job.image()), job.command().stream().map(this::filled).toList()));
        });
    }

    private String filled(String text) {
        return text.replace("${version}", version);
    }
}
