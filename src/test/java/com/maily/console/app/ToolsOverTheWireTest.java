package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.cli.Services;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Told;
import com.maily.console.core.model.Actor;
import com.maily.console.core.port.Announcement;
import com.maily.console.sandbox.grafana.Mark;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run over the wire mutes the environment whose entry says so, is marked on the dashboards, and needs neither. */
class ToolsOverTheWireTest {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final Actor MANAGER = new Actor("release-manager", "Console");

    @TempDir
    private Path folder;

    private static Console open(Box box) {
        return new Wiring("test").open(new Services.Files(Optional.of(box.workspace()), Optional.of(box.journal())));
    }

    /** Plays the first phase, which is staging's, and says yes to its gate. */
    private static Deployment firstPhase(Console console) {
        Outcome.require(console.commands().start(new Commands.Wanted("production", "v2.1.0", 1, 1, false, false, Optional.empty(),
                "release day"), MANAGER));
        Operator operator = new Operator(console.commands(), "production");
        Eventually.holds(PATIENCE, () -> {
            operator.look(console.journal().history());
            return console.journal().history().active("production").isEmpty();
        });
        return console.journal().history().newest("production").orElseThrow();
    }

    private static List<Event> told(Console console) {
        return console.journal().read(0, Integer.MAX_VALUE).stream().map(Entry::event).filter(Event.OfTool.class::isInstance).toList();
    }

    /** Nothing muted any more, and shown as what it became. */
    private static void untilAllIsTold(Console console) {
        Eventually.read(PATIENCE, () -> console.journal().history().newest("production").orElseThrow().told(),
                told -> told.mutes().values().stream().noneMatch(Told.Muting::lasts)
                        && told.announced("production", "Grafana").filter(Announcement.Kind.SUCCEEDED::equals).isPresent());
    }

    @Test
    void stagingIsMutedForItsPhaseAndTheRunIsMarkedFromStartToEnd() {
        try (Box box = Box.start("smooth", 77, 60, folder); Console console = open(box)) {
            Deployment run = firstPhase(console);
            untilAllIsTold(console);

            assertThat(box.world().alerts().silencedSoFar()).hasSize(1).containsValue(true);
            assertThat(box.world().alerts().silencedSoFar().keySet()).first().asString().endsWith("[" + run.id() + " in staging]");
            Mark mark = box.world().grafana().marks().stream().filter(one -> one.text().contains("Deploy v2.1.0")).findFirst().orElseThrow();
            assertThat(Instant.ofEpochMilli(mark.time())).isEqualTo(run.startedAt().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
            assertThat(mark.timeEnd()).isEqualTo(run.endedAt().orElseThrow().toEpochMilli());
            assertThat(told(console)).filteredOn(Event.ToolAway.class::isInstance).isEmpty();
        }
    }

    @Test
    void toolsThatAreAwayHoldNothingAndAreToldAfterwards() {
        try (Box box = Box.start("smooth", 78, 60, folder); Console console = open(box)) {
            box.faces().alertmanager().away(true);
            box.faces().grafana().away(true);

            assertThat(firstPhase(console).status()).isEqualTo(Deployment.Status.SUCCEEDED);
            assertThat(told(console)).extracting(event -> event.getClass().getSimpleName()).contains("ToolAway");

            box.faces().alertmanager().away(false);
            box.faces().grafana().away(false);
            untilAllIsTold(console);
            assertThat(box.world().grafana().marks()).anyMatch(mark -> mark.tags().contains("succeeded"));
            assertThat(box.world().alerts().silencedSoFar()).as("over before anybody could be told").isEmpty();
        }
    }
}
