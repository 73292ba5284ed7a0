package com.maily.console.app;

import com.maily.console.core.port.Notifier;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.Sleeper;
import com.maily.console.platforms.webhook.WebhookNotifier;
import java.time.Duration;
import java.util.Map;

/** The webhook people are told through. */
record WebhookPorts(Connection connection, Notifier notifier) implements AutoCloseable {

    static WebhookPorts open(Map<String, String> settings, Time time) {
        Connection connection = new Connection("Webhook", Duration.ofMinutes(15), time, Sleeper.on(time), 4);
        WebhookNotifier webhook = new WebhookNotifier(settings);
        return new WebhookPorts(connection, message -> connection.write(() -> webhook.send(message)));
    }

    @Override
    public void close() {
        // The webhook keeps no connection open between messages.
    }
}
