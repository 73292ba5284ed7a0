package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.ConsoleServices;
import com.maily.console.core.engine.SimulatedDriver;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.MemoryJournal;
import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Alerts;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.BoxPorts;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.world.Scenario;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** While a story goes wrong its alerts fire, and they end once it is put right. */
class AlertsOfADrillTest {

    private final SandboxClock clock = SandboxClock.manual(MailyBox.START);
    private final Journal journal = new MemoryJournal(clock);
    private final SimulatedDriver driver = new SimulatedDriver(clock, until -> clock.advance(Duration.between(clock.instant(), until)));
    private final Map<String, Alert> fired = new TreeMap<>();

    private Operator operator(MailyBox box) {
        Console console = ConsoleServices.simulated(WorkspaceFile.maily(Map.of()), journal, clock,
                environment -> BoxPorts.of(box, environment), driver);
        return new Operator(console.commands(), "production");
    }

    private Set<String> firing(MailyBox box) {
        Alerts alerts = new BoxPorts(box, "production").alerts().getFirst();
        Set<String> names = new LinkedHashSet<>();
        alerts.active().forEach(alert -> {
            names.add(alert.name());
            fired.putIfAbsent(alert.name() + " " + alert.labels().get("track"), alert);
        });
        return names;
    }

    private boolean play(Operator operator, MailyBox box, BooleanSupplier enough) {
        return driver.play(() -> {
            operator.look(journal.history());
            firing(box);
            return enough.getAsBoolean();
        }, clock.instant().plus(Duration.ofHours(4)));
    }

    @Test
    void aCanaryThatFailsRaisesAnAlertOfItsTrackWhichEndsWithIt() {
        MailyBox box = MailyBox.create(clock, Scenario.CANARY_REGRESSION, 77);
        Operator operator = operator(box);
        Outcome.require(operator.deploy(Scenario.NEW));
        play(operator, box, () -> journal.history().active("production").isEmpty());

        assertThat(fired).containsKey("HighErrorRate canary");
        clock.advance(Duration.ofMinutes(3));
        assertThat(firing(box)).isEmpty();
    }

    @Test
    void whatIsBadEverywhereFiresUntilItIsRolledBack() {
        MailyBox box = MailyBox.create(clock, Scenario.ROLLBACK_DRILL, 77);
        Operator operator = operator(box);
        clock.advance(Duration.ofMinutes(4));
        assertThat(firing(box)).contains("HighErrorRate");
        Outcome.require(operator.rollBack("api is over its limits"));
        play(operator, box, () -> journal.history().active("production").isEmpty());

        clock.advance(Duration.ofMinutes(3));
        assertThat(firing(box)).isEmpty();
    }
}
