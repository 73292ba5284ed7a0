package com.maily.console.platforms.grafana;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Announcement;
import com.maily.console.core.port.Announcer;
import com.maily.console.platforms.http.Redaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows a deployment as one region on Grafana's dashboards: made when it starts, given its end when it ends. It is found again
 * by a tag with the deployment's identity, so that neither a restart nor a repeated call makes a second one.
 */
public final class AnnotationAnnouncer implements Announcer {

    private final GrafanaClient client;

    public AnnotationAnnouncer(GrafanaClient client) {
        this.client = client;
    }

    @Override
    public String system() {
        return "Grafana";
    }

    @Override
    public String announce(Announcement announcement) {
        String tag = "deployment:" + announcement.deployment() + "@" + announcement.environment();
        Annotation wanted = wanted(announcement, tag);
        Optional<Annotation> there = client.tagged(tag);
        if (there.isEmpty()) {
            client.create(wanted);
        } else if (!there.get().saysTheSame(wanted)) {
            client.patch(there.get().id(), wanted);
        }
        Annotation shown = client.tagged(tag).filter(wanted::saysTheSame).orElseThrow(() -> new FailureException(
                new Failure.Conflict("Grafana does not show the annotation that was made", "It shows none, or another, with the tag "
                        + tag + ".", "Look at the annotations with that tag in Grafana.")));
        return "Annotation " + shown.id() + (announcement.ended().isPresent() ? " reaches from " + shown.from() + " to " + shown.until()
                : " begins " + shown.from()) + ".";
    }

    private static Annotation wanted(Announcement announcement, String tag) {
        Instant from = announcement.started().truncatedTo(ChronoUnit.MILLIS);
        Instant until = announcement.ended().orElse(announcement.started()).truncatedTo(ChronoUnit.MILLIS);
        String kind = announcement.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Annotation(0, from, until, announcement.title() + " (" + kind.replace('-', ' ') + "): "
                + Redaction.of(announcement.text()), List.of("maily", "environment:" + announcement.environment(),
                "version:" + announcement.version(), kind, tag));
    }
}
