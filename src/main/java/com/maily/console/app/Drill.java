package com.maily.console.app;

import com.maily.console.cli.Services;
import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.ConsoleServices;
import com.maily.console.core.engine.SimulatedDriver;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.MemoryJournal;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.BoxPorts;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.world.Scenario;
import java.time.Duration;
import java.util.Map;

/**
 * Plays a scenario on the sandbox's ports in memory and its clock, with a scripted person at the controls. Nothing in it depends
 * on threads or the wall's clock, so the same seed gives the same journal, byte for byte.
 */
final class Drill {

    private static final String PRODUCTION = "production";
    private static final Duration LONGEST = Duration.ofHours(4);
    /** How long the rollback drill lets the trouble show before the person acts. */
    private static final Duration LOOKING = Duration.ofMinutes(4);

    private final Scenario scenario;
    private final SandboxClock clock;
    private final MailyBox box;
    private final Journal journal;
    private final SimulatedDriver driver;

    Drill(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.clock = SandboxClock.manual(MailyBox.START);
        this.box = MailyBox.create(clock, scenario, seed);
        this.journal = new MemoryJournal(clock);
        this.driver = new SimulatedDriver(clock, until -> clock.advance(Duration.between(clock.instant(), until)));
    }

    Services.DrillResult play() {
        Console console = ConsoleServices.simulated(WorkspaceFile.maily(Map.of()), journal, clock,
                environment -> BoxPorts.of(box, environment), driver);
        Operator operator = new Operator(console.commands(), PRODUCTION);
        begin(operator);
        boolean ended = driver.play(() -> over(operator), clock.instant().plus(LONGEST));
        return result(ended);
    }

    private void begin(Operator operator) {
        switch (scenario) {
            case SMOOTH, CANARY_REGRESSION -> Outcome.require(operator.deploy(Scenario.NEW));
            case ROLLBACK_DRILL, GITOPS -> {
                clock.advance(LOOKING);
                Outcome.require(operator.rollBack("api is over its limits on " + Scenario.NEW));
            }
        }
    }

    private boolean over(Operator operator) {
        History history = journal.history();
        operator.look(history);
        return journal.history().active(PRODUCTION).isEmpty();
    }

    private Services.DrillResult result(boolean ended) {
        Deployment last = journal.history().newest(PRODUCTION).orElseThrow();
        return new Services.DrillResult(journal, ended && Outcome.verified(scenario, last),
                Outcome.sentence(last, clock.instant()));
    }
}
