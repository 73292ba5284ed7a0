package com.maily.console.platforms.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Mutes;
import com.maily.console.sandbox.BoxPorts;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.alertmanager.AlertmanagerFace;
import com.maily.console.sandbox.world.Scenario;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sandbox's alerts over the wire are those it has in memory. */
class FiringAlertsTest {

    private final SandboxClock clock = SandboxClock.manual(MailyBox.START);
    private final MailyBox box = MailyBox.create(clock, Scenario.ROLLBACK_DRILL, 7);
    private final AlertmanagerFace face = new AlertmanagerFace(box.alerts(), URI.create("http://127.0.0.1:9090"));
    private final AlertmanagerClient client = AlertmanagerClient.of(Map.of("url", face.address().toString()));
    private final FiringAlerts alerts = new FiringAlerts(client, Scope.of(Map.of(), "production"));

    @BeforeEach
    void goBad() {
        clock.advance(Duration.ofMinutes(4));
    }

    @AfterEach
    void close() {
        client.close();
        face.close();
    }

    private static Alert bare(Alert alert) {
        return new Alert(alert.id(), alert.name(), alert.system(), alert.state(), alert.severity(), alert.component(), alert.summary(),
                alert.since(), Optional.empty(), alert.labels());
    }

    @Test
    void theyAreTheSameAsInMemoryAndLeadToTheirQuery() {
        List<Alert> wire = alerts.active();

        assertThat(wire).isNotEmpty().allMatch(alert -> alert.link().isPresent());
        assertThat(wire.stream().map(FiringAlertsTest::bare).toList())
                .isEqualTo(new BoxPorts(box, "production").alerts().getFirst().active());
    }

    @Test
    void otherEnvironmentsAreNotOurs() {
        assertThat(new FiringAlerts(client, Scope.of(Map.of(), "staging")).active()).isEmpty();
    }

    @Test
    void aMutedAlertIsStillTold() {
        Mutes mutes = new SilencedWindows(client, Scope.of(Map.of(), "production"), "production", clock);
        mutes.mute(new Mutes.Window("dep-1", "production", clock.instant().plusSeconds(600), "why"));
        assertThat(alerts.active()).isNotEmpty().allMatch(alert -> alert.state() == Alert.State.MUTED);

        mutes.unmute(mutes.of("dep-1").getFirst());
        assertThat(alerts.active()).isNotEmpty().allMatch(alert -> alert.state() == Alert.State.FIRING);
    }

    @Test
    void awayIsAFailureAndNoEmptyList() {
        face.away(true);
        assertThatThrownBy(alerts::active).isInstanceOf(FailureException.class);
    }

    @Test
    void whatTheSandboxAnswersFitsTheSpecification() throws IOException {
        for (JsonNode alert : client.alerts(List.of())) {
            // mutedBy came with a later version than the one the sandbox is
            assertThat(SwaggerSchema.of("gettableAlert").faults(alert)).isSubsetOf("$.status.mutedBy is missing").isNotNull();
        }
        JsonNode recorded = new ObjectMapper().readTree("{\"cluster\":{\"status\":\"disabled\"}}");
        assertThat(SwaggerSchema.of("alertmanagerStatus").faults(recorded)).as("a fault is found").isNotEmpty();
    }
}
