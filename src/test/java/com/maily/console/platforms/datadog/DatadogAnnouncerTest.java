package com.maily.console.platforms.datadog;

import com.maily.console.core.port.Announcer;
import com.maily.console.core.port.AnnouncerContract;
import com.maily.console.sandbox.SandboxClock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class DatadogAnnouncerTest extends AnnouncerContract {

    private final DatadogBox box = DatadogBox.on(SandboxClock.manual(START.plusSeconds(1800)));

    @Override
    protected Announcer announcer() {
        return new DatadogAnnouncer(box.client());
    }

    /** Datadog shows events of one key as one. */
    @Override
    protected List<String> shown() {
        return box.face().shown();
    }

    @AfterEach
    void close() {
        box.close();
    }
}
