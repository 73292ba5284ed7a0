package com.maily.console.sandbox.grafana;

import com.maily.console.core.port.Announcement;
import com.maily.console.core.port.Announcer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Marks deployments on the sandbox's Grafana, in memory. */
public final class SandboxAnnouncer implements Announcer {

    private final GrafanaWorld world;

    public SandboxAnnouncer(GrafanaWorld world) {
        this.world = world;
    }

    @Override
    public String system() {
        return "Grafana";
    }

    @Override
    public String announce(Announcement announcement) {
        String tag = "deployment:" + announcement.deployment() + "@" + announcement.environment();
        String kind = announcement.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        long from = announcement.started().toEpochMilli();
        long until = announcement.ended().orElse(announcement.started()).toEpochMilli();
        Optional<Mark> there = world.tagged(List.of(tag)).stream().findFirst();
        Mark wanted = new Mark(0, from, until, announcement.title() + " (" + kind + "): " + announcement.text(),
                List.of("maily", kind, tag), "");
        long id = there.map(Mark::id).orElseGet(() -> world.add(wanted));
        world.change(id, _ -> new Mark(id, from, until, wanted.text(), wanted.tags(), ""));
        return "Annotation " + id + " shows it.";
    }
}
