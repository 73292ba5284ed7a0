package com.maily.console.desktop.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.PreflightCheck;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Difference;
import com.maily.console.core.model.Difference.Mark;
import com.maily.console.core.model.Failure;
import com.maily.console.core.port.Revision;
import com.maily.console.desktop.rollback.RevisionModel.Known;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionModelTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final List<Revision> HISTORY = List.of(revision("u3", 3, "v2.1.0", true), revision("u2", 2, "v2.0.4", false));

    private static Revision revision(String identity, long number, String version, boolean current) {
        String image = "ghcr.io/maily/api:" + version;
        return new Revision(identity, number, new Artifact.Image(version, image), NOW.minusSeconds(7200), "Release " + version,
                current, true,
                "spec:\n  containers:\n  - image: " + image + "\n    name: api\n");
    }

    private static Known known(String chosen, Optional<Commands.Preview> preview) {
        return new Known("api", Optional.of(HISTORY), chosen, preview, Optional.empty());
    }

    private static Optional<Commands.Preview> checked(PreflightCheck.Result result, String why) {
        return Optional.of(new Commands.Preview(Optional.empty(), List.of(new PreflightCheck("api", "Undo", result, why, NOW)),
                Optional.empty()));
    }

    @Test
    void eachRevisionSaysItsImageAgeAndCause() {
        RevisionModel model = RevisionModel.of(known("", Optional.empty()), NOW);
        assertThat(model.rows()).extracting(RevisionRow::name).containsExactly("3", "2");
        assertThat(model.rows().getFirst().current()).isTrue();
        assertThat(model.rows().getLast().image()).isEqualTo("ghcr.io/maily/api:v2.0.4");
        assertThat(model.rows().getLast().cause()).isEqualTo("Release v2.0.4");
        assertThat(model.blocked()).isEqualTo("Nothing is chosen.");
    }

    @Test
    void theDifferenceIsShownBeforeTheButtonWorks() {
        RevisionModel model = RevisionModel.of(known("u2", Optional.empty()), NOW);
        assertThat(model.changes()).extracting(Difference.Line::mark).containsExactly(Mark.SAME, Mark.SAME, Mark.REMOVED,
                Mark.ADDED, Mark.SAME);
        assertThat(model.button()).isEqualTo("Undo api to revision 2, v2.0.4");
        assertThat(model.blocked()).isEqualTo("The preflight is running.");
    }

    @Test
    void whatRunsNowIsNothingToUndoTo() {
        assertThat(RevisionModel.of(known("u3", Optional.empty()), NOW).blocked()).startsWith("Nothing to do");
    }

    @Test
    void aFailedCheckKeepsTheButtonOffAndAWarningDoesNot() {
        assertThat(RevisionModel.of(known("u2", checked(PreflightCheck.Result.FAIL, "It is paused.")), NOW).blocked())
                .isEqualTo("It is paused.");
        RevisionModel warned = RevisionModel.of(known("u2", checked(PreflightCheck.Result.WARN, "Applied from a file.")), NOW);
        assertThat(warned.blocked()).isEmpty();
        assertThat(warned.warnings()).containsExactly("Applied from a file.");
    }

    @Test
    void aHistoryThatCannotBeReadSaysWhy() {
        RevisionModel model = RevisionModel.of(new Known("api", Optional.empty(), "", Optional.empty(),
                Optional.of(new Failure.Unreachable("kubernetes did not answer", "connection refused", "Wait."))), NOW);
        assertThat(model.note()).contains("connection refused");
        assertThat(model.rows()).isEmpty();
    }
}
