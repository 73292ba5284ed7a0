package com.maily.console.app;

import com.maily.console.bench.Bench;
import com.maily.console.bench.Spread;
import com.maily.console.cli.Services;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Actor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long after the click on rollback the first request that changes something reaches a platform, over the wire. */
@Tag("bench")
class RollbackClickBench {

    private static final int WARM_UP = 10;
    private static final int MEASURED = 30;
    private static final Actor ON_CALL = new Actor("on-call", "Console");
    private static final Commands.Undo ALL = new Commands.Undo("production", List.of(), Optional.empty(), "over its limits");

    @TempDir Path folder;

    /** As from the rollback screen, which shows the plan and its preflight before the button can be held. */
    @Test
    void afterThePreview() throws Exception {
        Bench.record("rollback_click_to_first_write_ms_p99", clicks(true).at(0.99));
    }

    /** As from any other screen, where the plan is made and checked after the click. */
    @Test
    void withoutAPreview() throws Exception {
        Bench.record("rollback_unseen_click_to_first_write_ms_p99", clicks(false).at(0.99));
    }

    /** Each click needs a world of its own in which there is something to roll back. */
    private Spread clicks(boolean previewed) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            double time = click(i, previewed);
            if (i >= WARM_UP) {
                times.add(time);
            }
        }
        return Spread.of(times);
    }

    private double click(int number, boolean previewed) throws Exception {
        CompletableFuture<Long> arrived = new CompletableFuture<>();
        try (Box box = Box.start("rollback-drill", number, 1, folder.resolve(previewed + "-" + number));
             Console console = new Wiring("bench").open(new Services.Files(Optional.of(box.workspace()), Optional.of(box.journal())))) {
            // Neither the lock's lease nor what other tools are told changes anything that runs.
            box.faces().onWrite(write -> {
                if (!write.contains("/leases") && !write.contains("/api/annotations") && !write.contains("/api/v2/silence")) {
                    arrived.complete(System.nanoTime());
                }
            });
            if (previewed) {
                console.commands().previewRollback(ALL);
            }
            long clicked = System.nanoTime();
            Outcome.require(console.commands().rollBack(ALL, ON_CALL));
            return (arrived.get(30, TimeUnit.SECONDS) - clicked) / 1e6;
        }
    }
}
