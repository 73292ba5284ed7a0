package com.maily.console.app;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.ConsoleServices;
import com.maily.console.core.engine.SimulatedDriver;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.MemoryJournal;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Track;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.BoxPorts;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.world.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Maily with production in three regions, in memory and in time moved by hand, with a console on it. */
final class RegionalWorld {

    static final String PRODUCTION = "production";
    static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "ap-southeast-1");
    static final String LAST = "ap-southeast-1";
    static final Actor ON_CALL = new Actor("on-call", "Console");

    final SandboxClock clock = SandboxClock.manual(MailyBox.START);
    final MailyBox box;
    final Journal journal = new MemoryJournal(clock);
    final SimulatedDriver driver = new SimulatedDriver(clock, until -> clock.advance(Duration.between(clock.instant(), until)));
    final Workspace workspace;
    final Console console;
    final Operator operator;

    RegionalWorld(Scenario scenario, Path folder) {
        this.box = MailyBox.create(clock, scenario, 77, REGIONS);
        this.workspace = workspace(folder);
        this.console = ConsoleServices.simulated(workspace, journal, clock, environment -> BoxPorts.of(box, environment), driver);
        this.operator = new Operator(console.commands(), PRODUCTION);
    }

    private static Workspace workspace(Path folder) {
        try {
            return WorkspaceFile.read(Files.writeString(folder.resolve("regions.yaml"),
                    RegionalExample.of(Box.example(), REGIONS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Commands.Wanted wanted(String... regions) {
        return new Commands.Wanted(PRODUCTION, Scenario.NEW, 1, 3, false, true, Optional.empty(), "planned release",
                List.of(regions));
    }

    Commands.Undo undo(String... components) {
        return new Commands.Undo(PRODUCTION, List.of(components), Optional.empty(), "over its limits");
    }

    /** Plays on, with somebody who approves what is asked, until {@code enough} is true of the newest run. */
    boolean play(Predicate<Deployment> enough) {
        return driver.play(() -> {
            Deployment run = newest();
            if (!enough.test(run)) {
                operator.look(journal.history());
            }
            return enough.test(newest());
        }, clock.instant().plus(Duration.ofHours(8)));
    }

    Deployment newest() {
        return journal.history().newest(PRODUCTION).orElseThrow();
    }

    StepState step(String title) {
        return newest().steps().values().stream().filter(state -> state.step().title().equals(title)).findFirst().orElseThrow();
    }

    /** What the world itself says that a component runs, past all that is cut off. */
    String runs(String component) {
        Component found = workspace.in(PRODUCTION).component(component).orElseThrow();
        Platforms truth = BoxPorts.of(box, workspace.environment(PRODUCTION).orElseThrow());
        return truth.deployer(found).observe(found, Track.STABLE).artifact().orElseThrow().version();
    }
}
