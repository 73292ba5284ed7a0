package com.maily.console.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.maily.console.bench.Bench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Does the judge cry wolf less, and notice sooner, than the fixed-window rule of public canary judges? */
@Tag("bench")
class JudgeBench {

    private static final double[] TRAFFIC = {0.01, 0.05, 0.25};
    private static final double[] SHIFTS = {1.1, 1.25, 1.5, 2, 3, 5, 10};
    private static final int QUIET_RUNS = Integer.getInteger("judge.runs", 10_000);
    private static final int SHIFTED_RUNS = 300;
    private static final int TEN_MINUTES = 60;
    private static final String OURS = "ours";

    private final List<Row> rows = new ArrayList<>();

    /** By metric and name. The rule of points is run on windows of the 50 points its makers advise, of half, and of the hour. */
    private static Map<String, ToIntFunction<Hour>> judges() {
        Map<String, ToIntFunction<Hour>> judges = new LinkedHashMap<>();
        judges.put("errors/ours", Sequential.ERRORS::alarm);
        windows(judges, "errors", Series.ERROR_RATE);
        judges.put("latency/ours", Sequential.TAILS::alarm);
        judges.put("latency/ours, one limit only", Sequential.OVER_LIMIT::alarm);
        windows(judges, "latency", Series.MEAN_LATENCY);
        windows(judges, "latency", Series.P99_LATENCY);
        return judges;
    }

    /** Where only the metric itself is known. */
    private static Map<String, ToIntFunction<Hour>> uncounted() {
        return Map.of("p99 without counts/ours", new Minutes(Series.P99_LATENCY)::alarm,
                "mean latency without counts/ours", new Minutes(Series.MEAN_LATENCY)::alarm);
    }

    private static Map<String, ToIntFunction<Hour>> impatient() {
        return Map.of("errors/Mann-Whitney every 10 s", new FixedWindow(Series.ERROR_RATE, TEN_MINUTES)::impatientAlarm,
                "latency/Mann-Whitney every 10 s", new FixedWindow(Series.MEAN_LATENCY, TEN_MINUTES)::impatientAlarm);
    }

    private static void windows(Map<String, ToIntFunction<Hour>> judges, String metric, Series series) {
        judges.put(metric + "/Mann-Whitney 5 min " + series, new FixedWindow(series, TEN_MINUTES / 2)::alarm);
        judges.put(metric + "/Mann-Whitney 10 min " + series, new FixedWindow(series, TEN_MINUTES)::alarm);
        judges.put(metric + "/Mann-Whitney 60 min " + series, new FixedWindow(series, Hour.SLICES)::alarm);
    }

    @Test
    void falseAlarmsAndTimeToDetect() throws Exception {
        for (double traffic : TRAFFIC) {
            run(traffic, 1, QUIET_RUNS, 0, judges());
            run(traffic, 1, QUIET_RUNS / 10, 0.1, Map.of("errors wobbling by 10 %/ours", Sequential.ERRORS::alarm));
            run(traffic, 1, QUIET_RUNS / 20, 0, impatient());
            run(traffic, 1, QUIET_RUNS / 10, 0, uncounted());
            for (double shift : SHIFTS) {
                run(traffic, shift, SHIFTED_RUNS, 0, judges());
                run(traffic, shift, SHIFTED_RUNS / 3, 0, uncounted());
            }
        }
        write();
        double worst = rows.stream().filter(row -> row.judge().equals(OURS) && row.shift() == 1)
                .filter(row -> !row.metric().contains("wobbling"))
                .mapToDouble(Row::alarms).max().orElseThrow();
        Bench.record("judge_false_alarm_rate", worst);
        Bench.record("judge_time_to_detect_ratio_mannwhitney", Comparison.of(rows).ratio());
        assertThat(worst).isLessThan(0.01);
    }

    private void run(double traffic, double shift, int runs, double jitter, Map<String, ToIntFunction<Hour>> judges) {
        Map<String, int[]> alarms = new LinkedHashMap<>();
        Draw draw = new Draw(Double.hashCode(traffic) * 31L + Double.hashCode(shift) + runs);
        Hour hour = new Hour();
        for (int i = 0; i < runs; i++) {
            hour.live(draw, traffic, shift, shift, jitter);
            int at = i;
            judges.forEach((name, judge) -> alarms.computeIfAbsent(name, _ -> new int[runs])[at] = judge.applyAsInt(hour));
        }
        alarms.forEach((name, all) -> {
            String[] parts = name.split("/", 2);
            rows.add(Row.of(parts[0], shift, traffic, parts[1], all));
        });
    }

    private void write() throws Exception {
        Path file = Path.of("target", "bench", "judge.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
                .writeValueAsString(Map.of("rows", rows, "comparison", Comparison.of(rows))) + "\n");
    }
}
