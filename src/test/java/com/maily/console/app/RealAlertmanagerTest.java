package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.Time;
import com.maily.console.sandbox.BoxFaces;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.metrics.RealAlertmanager;
import com.maily.console.sandbox.metrics.RealPrometheus;
import com.maily.console.sandbox.world.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus scrapes the sandbox, evaluates rules on its classic histograms and counters, and tells a real Alertmanager, which
 * our clients read and mute. Skipped where one of the two is missing.
 */
class RealAlertmanagerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private static List<Alert> alerts(AlertmanagerPorts ports, Predicate<List<Alert>> expected) {
        return Eventually.read(PATIENCE, () -> ports.alerts().active(), expected);
    }

    private static boolean all(List<Alert> alerts, Alert.State state) {
        return !alerts.isEmpty() && alerts.stream().allMatch(alert -> alert.state() == state);
    }

    @Test
    void whatFiresIsReadMutedForTheWindowAndCalledForAgain() throws Exception {
        Assumptions.assumeTrue(RealPrometheus.program("prometheus").isPresent() && RealPrometheus.program("promtool").isPresent()
                && RealPrometheus.program(RealAlertmanager.PROGRAM).isPresent(),
                "No prometheus, promtool and prometheus-alertmanager on this machine's PATH (Debian packages of these names).");
        MailyBox box = MailyBox.create(SandboxClock.running(Instant.now(), 20), Scenario.ROLLBACK_DRILL, 77);
        try (BoxFaces faces = BoxFaces.open(box);
             RealAlertmanager alertmanager = RealAlertmanager.start(folder);
             RealPrometheus _ = RealPrometheus.start(folder, "warm_up 1 1\n# EOF\n", faces.prometheus().address().getAuthority(), alertmanager);
             AlertmanagerPorts ports = AlertmanagerPorts.open(Map.of("url", alertmanager.address()), "production", Time.WALL)) {
            assertThat(ports.inspector().inspect(Inspection.CONNECTIONS, List.of()).getFirst().toString()).contains("Answers as version 0.");
            List<Alert> firing = alerts(ports, found -> found.stream().map(Alert::name).distinct().count() == 2);
            assertThat(firing).allMatch(alert -> alert.component().equals("api") && alert.state() == Alert.State.FIRING
                    && alert.link().isPresent());
            mutedAndBack(ports);
        }
    }

    private static void mutedAndBack(AlertmanagerPorts ports) {
        Mutes mutes = ports.mutes();
        Instant soon = Instant.now().plusSeconds(600);
        String proof = mutes.mute(new Mutes.Window("dep-1", "production", soon, "deployment of v2.1.0"));
        Mutes.Mute made = mutes.of("dep-1").getFirst();
        assertThat(proof).contains(made.id(), "environment=\"production\"");
        alerts(ports, found -> all(found, Alert.State.MUTED));

        mutes.mute(new Mutes.Window("dep-1", "production", soon.plusSeconds(600), "deployment of v2.1.0"));
        assertThat(mutes.of("dep-1")).singleElement().satisfies(mute -> assertThat(mute.until()).isAfter(soon));

        mutes.unmute(mutes.of("dep-1").getFirst());
        assertThat(mutes.of("dep-1")).isEmpty();
        assertThat(mutes.unmute(made)).as("twice is no error").isNotBlank();
        alerts(ports, found -> all(found, Alert.State.FIRING));
    }
}
