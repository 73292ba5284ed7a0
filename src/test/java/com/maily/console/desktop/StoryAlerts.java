package com.maily.console.desktop;

import com.maily.console.core.model.Failure;
import com.maily.console.core.port.Alert;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.AlertReading;
import com.maily.console.core.sla.AlertSnapshot;
import com.maily.console.core.sla.AlertSpan;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the monitoring systems say in the story. */
public final class StoryAlerts {

    private static final SourceState LIVE = StoryWorld.source("Alertmanager", 15, 4);
    private static final SourceState SILENT = StoryWorld.source("Alertmanager", 15, 190);

    private StoryAlerts() { }

    /** Two that fire, one that is muted and one that ended. */
    public static AlertSnapshot few() {
        return new AlertSnapshot(List.of(new AlertReading(LIVE, spans(LIVE), Optional.empty())));
    }

    /** Fifty, some with names that are far too long. */
    public static AlertSnapshot many() {
        return new AlertSnapshot(List.of(new AlertReading(LIVE, IntStream.range(0, 50).mapToObj(i -> span(LIVE, "a" + i,
                i % 3 == 0 ? "KubernetesPodOfMailyCampaignServiceIsCrashLoopingAndNobodyKnowsWhyYet" : "HighErrorRate",
                i % 7 == 0 ? Alert.State.MUTED : Alert.State.FIRING, i % 2 == 0 ? "critical" : "warning",
                i % 5 == 0 ? "a-component-with-quite-a-long-name" : "api", "The share of failed requests of " + i + " is over its limit"
                + " and has been so for a while now, please look at the run book before you do anything else",
                Story.NOW.minusSeconds(40L * i), Optional.empty())).toList(), Optional.empty())));
    }

    public static AlertSnapshot none() {
        return new AlertSnapshot(List.of(new AlertReading(LIVE, List.of(), Optional.empty())));
    }

    /** What was known before the system went away. */
    public static AlertSnapshot silent() {
        return new AlertSnapshot(List.of(new AlertReading(SILENT, spans(SILENT), Optional.of(new Failure.Unreachable(
                "Asking Alertmanager failed", "Nobody listens there.", "Try again.")))));
    }

    private static List<AlertSpan> spans(SourceState source) {
        return List.of(
                span(source, "1", "HighErrorRate", Alert.State.FIRING, "critical", "api", "2.31 % of the requests to api (canary) fail",
                        Story.NOW.minusSeconds(125), Optional.empty()),
                span(source, "2", "SlowInference", Alert.State.FIRING, "warning", "ai-service", "p99 of inference 18 % over stable",
                        Story.NOW.minusSeconds(86), Optional.empty()),
                span(source, "3", "PodsNotReady", Alert.State.MUTED, "warning", "campaign", "2 of 6 pods are not ready",
                        Story.NOW.minusSeconds(700), Optional.empty()),
                span(source, "4", "HighLatency", Alert.State.FIRING, "warning", "email", "p99 over 300 ms",
                        Story.at("02:20:00"), Optional.of(Story.at("02:31:00"))));
    }

    private static AlertSpan span(SourceState source, String id, String name, Alert.State state, String severity, String component,
                                  String summary, Instant from, Optional<Instant> to) {
        return new AlertSpan(new Alert(id, name, "Alertmanager", state, severity, component, summary, from,
                Optional.of(URI.create("http://127.0.0.1:9090/graph")), Map.of()), from, to, source);
    }
}
