package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Weight;
import com.maily.console.desktop.widget.WeightSlider;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The canary and SLA screens of the running console, over the wire, in states the demo does not pass through; to be looked at.
 */
@Tag("pictures")
class LiveMetricPictures {

    private static final Actor SOMEBODY = new Actor("on-call", "Console");
    private static final int CANARY = 1;
    private static final int SLA = 2;

    private static Weight weight(Deployment run) {
        return run.component("api").observed();
    }

    private static WeightSlider slider(LiveConsole live) {
        return live.scene().getRoot().lookupAll(".weight-slider").stream().map(WeightSlider.class::cast).findFirst()
                .orElseThrow();
    }

    /** On the SLA screen, which has to be shown. */
    @SuppressWarnings("unchecked")
    private static ComboBox<String> components(LiveConsole live) {
        return live.scene().getRoot().lookupAll(".combo-box").stream().map(box -> (ComboBox<String>) box)
                .filter(box -> "Component".equals(box.getAccessibleText())).findFirst().orElseThrow();
    }

    @Test
    void heldAndAborted(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("canary-regression", 20, folder)) {
            live.pictures("metrics-0-empty-canary", CANARY);
            live.pictures("metrics-0-empty-sla", SLA);
            live.deployFromPhase(3);
            live.go(CANARY);
            live.untilRun(run -> weight(run).equals(Weight.ofPercent(5)));
            live.onFx(() -> slider(live).proposedProperty().set(Weight.ofPercent(50)));
            live.pictures("metrics-1-proposing", CANARY);
            live.untilRun(LiveConsole::held);
            live.pictures("metrics-2-held-canary", CANARY);
            live.pictures("metrics-2-held-sla", SLA);
            live.console.commands().shift(live.newest().id(), "api", Weight.ZERO, SOMEBODY);
            live.untilRun(run -> weight(run).isZero());
            live.pictures("metrics-3-aborted", CANARY);
            live.go(SLA);
            live.onFx(() -> components(live).setValue("All components"));
            LiveConsole.pulses(240);
            live.pictures("metrics-3-aborted-sla-overview", SLA);
            assertThat(live.newest().over()).as("aborting is no rollback").isFalse();
        }
    }

    @Test
    void sourcesAway(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("smooth", 60, folder)) {
            live.deployFromPhase(3);
            live.go(SLA);
            live.untilRun(run -> !weight(run).isZero());
            live.box.world().faults().openMetricsGap(Duration.ofMinutes(6));
            LiveConsole.pulses(300);
            live.pictures("metrics-4-gap-sla", SLA);
            live.pictures("metrics-4-gap-canary", CANARY);
            live.box.world().faults().metricSourceDown(true);
            LiveConsole.pulses(180);
            live.pictures("metrics-5-down-sla", SLA);
            live.pictures("metrics-5-down-canary", CANARY);
            live.box.world().faults().metricSourceDown(false);
            LiveConsole.pulses(240);
            live.pictures("metrics-6-healed-sla", SLA);
            live.box.faces().kubernetes().refuseConnections();
            live.go(CANARY);
            LiveConsole.pulses(180);
            live.pictures("metrics-7-cluster-away", CANARY);
        }
    }
}
