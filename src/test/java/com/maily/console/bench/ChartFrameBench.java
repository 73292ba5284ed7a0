package com.maily.console.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How long frames take while forty charts live, and while one of a million points is panned in each frame. */
@Tag("bench")
class ChartFrameBench {

    private static final int SECONDS = 15;

    @TempDir Path folder;

    private record Took(double p50, double p99, double max, double gap, double changes) { }

    private Took took(String what) throws Exception {
        try (Child program = Child.start(folder, List.of("-Dprism.order=sw", "-Xmx1g"), ChartFrames.class.getName(), what)) {
            double[] figures = Arrays.stream(program.awaitLine(ChartFrames.TOOK).substring(ChartFrames.TOOK.length()).split(" "))
                    .mapToDouble(Double::parseDouble).toArray();
            return new Took(figures[0], figures[1], figures[2], figures[3], figures[4]);
        }
    }

    /** Below these no other figure can come. */
    @Test
    @Timeout(120)
    void anEmptyWindow() throws Exception {
        Bench.record("fx_gap_ms_p99_empty", took("empty").gap());
    }

    @Test
    @Timeout(120)
    void fortyLiveCharts() throws Exception {
        Took took = took("charts40");
        Bench.record("fx_frame_ms_p50_charts40", took.p50());
        Bench.record("fx_frame_ms_p99_charts40", took.p99());
        Bench.record("fx_frame_ms_max_charts40", took.max());
        Bench.record("fx_gap_ms_p99_charts40", took.gap());
        assertThat(took.changes()).as("how often the charts were shown anew").isGreaterThan(SECONDS - 5);
    }

    @Test
    @Timeout(120)
    void panningAMillionPoints() throws Exception {
        Took took = took("points1m");
        Bench.record("fx_pan_ms_p50_points1m", took.p50());
        Bench.record("fx_pan_ms_p99_points1m", took.p99());
        Bench.record("fx_pan_gap_ms_p99_points1m", took.gap());
        assertThat(took.changes()).as("how often it was panned").isGreaterThan(SECONDS * 20);
    }
}
