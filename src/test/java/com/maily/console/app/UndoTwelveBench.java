package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.maily.console.bench.Bench;
import com.maily.console.bench.Spread;
import com.maily.console.cli.Services;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.port.Subscription;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes until the API server has accepted that twelve Deployments go back: by one rollback of the console, whose plan is
 * on screen, beside {@code kubectl rollout undo}, one after the other and all at once, on the same cluster in the same run.
 */
@Tag("bench")
class UndoTwelveBench {

    private static final int WARM_UP = 3;
    private static final int MEASURED = 7;
    private static final Actor ON_CALL = new Actor("on-call", "Console");
    private static final Commands.Undo ALL = new Commands.Undo("production", List.of(), Optional.of("v1"), "over its limits");

    @TempDir
    private Path folder;

    @BeforeEach
    void kubectl() {
        assumeTrue(KubectlAgreesTest.kubectlIsThere(), "kubectl is not on the PATH, so there is nothing to compare with");
    }

    @Test
    void besideKubectl() throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> sequential = new ArrayList<>();
        List<Double> parallel = new ArrayList<>();
        try (TwelveDeployments world = new TwelveDeployments(folder);
             Console console = new Wiring("bench").open(new Services.Files(Optional.of(world.workspace()),
                     Optional.of(folder.resolve("journal.db"))))) {
            for (int i = 0; i < WARM_UP + MEASURED; i++) {
                world.runsNew();
                ours.add(rollBack(console));
                world.settles("v1");
                world.runsNew();
                sequential.add(sequential(world));
                world.runsNew();
                parallel.add(parallel(world));
            }
        }
        Bench.record("undo12_ms", median(ours));
        Bench.record("undo12_ratio_kubectl_sequential", median(ours) / median(sequential));
        Bench.record("undo12_ratio_kubectl_parallel", median(ours) / median(parallel));
    }

    private static double median(List<Double> times) {
        return Spread.of(times.subList(WARM_UP, times.size())).at(0.5);
    }

    /** From the click to the twelfth entry that says a write was accepted. */
    private static double rollBack(Console console) throws InterruptedException {
        console.commands().previewRollback(ALL);
        CountDownLatch accepted = new CountDownLatch(TwelveDeployments.NAMES.size());
        long known = console.journal().history().size();
        long clicked = System.nanoTime();
        String run = begun(console.commands().rollBack(ALL, ON_CALL));
        double time;
        try (Subscription _ = counting(console.journal(), known, accepted)) {
            assertThat(accepted.await(60, TimeUnit.SECONDS)).as("all twelve were accepted").isTrue();
            time = (System.nanoTime() - clicked) / 1e6;
        }
        Eventually.holds(Duration.ofSeconds(60), () -> console.journal().history().deployment(run).orElseThrow().steps().values()
                .stream().filter(step -> step.step().about().isPresent()).allMatch(step -> step.endedAt().isPresent()));
        Outcome.require(console.commands().cancel(run, "measured", ON_CALL));
        Eventually.holds(Duration.ofSeconds(60), () -> console.journal().history().deployment(run).orElseThrow().over());
        return time;
    }

    private static String begun(Commands.Answer answer) {
        return switch (answer) {
            case Commands.Answer.Accepted accepted -> accepted.deployment();
            case Commands.Answer.Refused refused -> throw new AssertionError(refused.why().sentence());
        };
    }

    private static Subscription counting(Journal journal, long from, CountDownLatch accepted) {
        long[] read = {from};
        return journal.follow(history -> {
            journal.read(read[0], 1_000).forEach(entry -> {
                read[0] = entry.sequence();
                if (entry.event() instanceof Event.StepActed) {
                    accepted.countDown();
                }
            });
        });
    }

    private static double sequential(TwelveDeployments world) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        for (String name : TwelveDeployments.NAMES) {
            assertThat(undo(world, name).waitFor()).isZero();
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double parallel(TwelveDeployments world) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        List<Process> all = new ArrayList<>();
        for (String name : TwelveDeployments.NAMES) {
            all.add(undo(world, name));
        }
        for (Process one : all) {
            assertThat(one.waitFor()).isZero();
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private static Process undo(TwelveDeployments world, String name) throws IOException {
        return new ProcessBuilder("kubectl", "--kubeconfig", world.kubeconfig().toString(), "--namespace", "default",
                "rollout", "undo", "deployment/" + name)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
