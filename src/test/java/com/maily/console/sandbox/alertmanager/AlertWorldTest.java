package com.maily.console.sandbox.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Alerts;
import com.maily.console.sandbox.BoxPorts;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.world.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sandbox's alerts follow from its metrics. */
class AlertWorldTest {

    private final SandboxClock clock = SandboxClock.manual(MailyBox.START);

    @Test
    void whatGoesBadForAMinuteFiresAndNamesItsComponent() {
        Alerts alerts = new BoxPorts(MailyBox.create(clock, Scenario.ROLLBACK_DRILL, 7), "production").alerts().getFirst();
        clock.advance(Duration.ofMinutes(2));
        assertThat(alerts.active()).as("bad for half a minute: pending").isEmpty();

        clock.advance(Duration.ofMinutes(2));
        List<Alert> active = alerts.active();
        assertThat(active).extracting(Alert::name).contains("HighErrorRate", "SlowResponses");
        assertThat(active).allMatch(alert -> alert.component().equals("api") && alert.state() == Alert.State.FIRING);
        assertThat(active.getFirst().since()).isBetween(MailyBox.START.plusSeconds(150), MailyBox.START.plusSeconds(195));
        Instant since = active.getFirst().since();
        clock.advance(Duration.ofMinutes(5));
        assertThat(alerts.active().getFirst().since()).as("the same alert").isEqualTo(since);
    }

    @Test
    void aGoodVersionRaisesNothing() {
        MailyBox box = MailyBox.create(clock, Scenario.SMOOTH, 7);
        clock.advance(Duration.ofMinutes(30));

        assertThat(box.alerts().alerts()).isEmpty();
    }
}
