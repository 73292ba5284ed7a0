package com.maily.console.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class LatestTest {
    private static final int FLOOD = 100_000;

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aFloodCostsOneHopWhileTheScreenIsBusyAndShowsTheNewest() throws Exception {
        List<Integer> shown = new CopyOnWriteArrayList<>();
        Latest<Integer> latest = new Latest<>(shown::add);
        CountDownLatch busy = new CountDownLatch(1);
        Platform.runLater(() -> await(busy));
        for (int value = 1; value <= FLOOD; value++) {
            latest.publish(value);
        }
        assertThat(latest.hops()).isEqualTo(1);
        busy.countDown();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !shown.isEmpty());
        assertThat(shown).containsExactly(FLOOD);
    }

    @Test
    void aFloodFromSeveralThreadsEndsWithTheLastValueAndFewHops() throws Exception {
        AtomicLong shown = new AtomicLong();
        AtomicLong calls = new AtomicLong();
        Latest<Long> latest = new Latest<>(value -> {
            assertThat(Platform.isFxApplicationThread()).isTrue();
            calls.incrementAndGet();
            shown.set(value);
        });
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            threads.add(Thread.startVirtualThread(() -> {
                for (long value = 0; value < FLOOD / 4; value++) {
                    latest.publish(value);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        latest.publish(-1L);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> shown.get() == -1L);
        assertThat(calls.get()).isLessThan(FLOOD / 20);
    }

    @Test
    void changesOfACollectionComeLatestPerKeyInOneBatch() throws Exception {
        Map<String, Optional<Integer>> shown = new ConcurrentHashMap<>();
        AtomicLong batches = new AtomicLong();
        LatestByKey<String, Integer> changes = new LatestByKey<>(batch -> {
            batches.incrementAndGet();
            shown.putAll(batch);
        });
        CountDownLatch busy = new CountDownLatch(1);
        Platform.runLater(() -> await(busy));
        for (int value = 0; value < 1000; value++) {
            changes.put("pod-" + value % 10, value);
        }
        changes.remove("pod-3");
        busy.countDown();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> batches.get() > 0);
        assertThat(batches).hasValue(1);
        assertThat(shown).hasSize(10).containsEntry("pod-9", Optional.of(999)).containsEntry("pod-3", Optional.empty());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
