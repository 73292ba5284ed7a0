package com.maily.console.sandbox.grafana;

import com.maily.console.core.port.Announcer;
import com.maily.console.core.port.AnnouncerContract;
import java.time.Instant;
import java.util.List;

class SandboxAnnouncerTest extends AnnouncerContract {

    private final GrafanaWorld world = new GrafanaWorld();

    @Override
    protected Announcer announcer() {
        return new SandboxAnnouncer(world);
    }

    @Override
    protected List<String> shown() {
        return world.marks().stream().map(mark -> Instant.ofEpochMilli(mark.time()) + "-" + Instant.ofEpochMilli(mark.timeEnd()) + " "
                + mark.text()).toList();
    }
}
