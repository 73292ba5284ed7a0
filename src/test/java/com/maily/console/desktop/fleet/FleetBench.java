package com.maily.console.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.bench.Bench;
import com.maily.console.bench.Frames;
import com.maily.console.bench.Spread;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.fx.Ages;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** How evenly frames come on the fleet screen while 500 of 10,000 pods change each second. */
@Tag("bench")
class FleetBench {

    private static final int PODS = 10_000;
    private static final int BATCH = 5;

    private final HandConsole console = new HandConsole(Story.entries());
    private final ManyPods pods = new ManyPods(PODS, 50);
    private FleetScreen screen;

    @Test
    void framesComeEvenlyWhilePodsChurn() throws Exception {
        console.pods = Optional.of(pods);
        try (ScheduledExecutorService churn = Executors.newSingleThreadScheduledExecutor(); OnStage _ = new OnStage(1_440,
                760, _ -> {
            Ages ages = new Ages(StoryTime.NOW, Story.NOW);
            ages.start();
            screen = new FleetScreen(console, "production", Story.MANAGER, ages);
            screen.shown(true);
            return (Parent) screen.node();
        })) {
            OnStage.until(() -> screen.view().pods().table().getItems().size() == PODS);
            long before = pods.changes.get();
            churn.scheduleAtFixedRate(() -> pods.churn(BATCH), 0, 10, TimeUnit.MILLISECONDS);
            Spread gaps = Frames.measured();
            churn.shutdownNow();
            assertThat(pods.changes.get() - before).as("changes in 19 s").isGreaterThan(8_000);
            WaitForAsyncUtils.waitForAsyncFx(5_000, screen::close);
            Bench.record("fx_frame_ms_p50_pods10k", gaps.at(0.5));
            Bench.record("fx_frame_ms_p99_pods10k", gaps.at(0.99));
        }
    }
}
