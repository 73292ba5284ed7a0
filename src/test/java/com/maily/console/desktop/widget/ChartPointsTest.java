package com.maily.console.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChartPointsTest {

    private static final Instant FROM = Instant.parse("2025-11-20T03:00:00Z");

    private static ChartPoints random(int count, long seed) {
        Random random = new Random(seed);
        long[] at = new long[count];
        double[] values = new double[count];
        long time = FROM.toEpochMilli();
        for (int i = 0; i < count; i++) {
            time += random.nextInt(20) == 0 ? 60_000 : 1_000;
            at[i] = time;
            values[i] = random.nextInt(30) == 0 ? Double.NaN : random.nextGaussian();
        }
        return ChartPoints.of(at, values);
    }

    @Test
    void anyStretchIsAnsweredAsIfEachPointWereLookedAt() {
        ChartPoints points = random(20_000, 77);
        Random random = new Random(78);
        ChartPyramid.Extremes seen = new ChartPyramid.Extremes();
        for (int round = 0; round < 500; round++) {
            int from = random.nextInt(points.size() - 1);
            int to = from + 1 + random.nextInt(points.size() - from - 1);
            points.look(from, to, seen);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                low = Math.min(low, points.value(i));
                high = Math.max(high, points.value(i));
            }
            assertThat(seen.low).isEqualTo(low);
            assertThat(seen.high).isEqualTo(high);
        }
    }

    @Test
    void aMillionPointsHideNoSpikeAtAnyPlace() {
        long[] at = new long[1_000_000];
        double[] values = new double[1_000_000];
        for (int i = 0; i < at.length; i++) {
            at[i] = FROM.toEpochMilli() + 1_000L * i;
        }
        for (int place : List.of(0, 1, 15, 16, 17, 255, 4_096, 333_333, 999_983, 999_999)) {
            values[place] = 412;
            List<TimeChartColumns> columns = TimeChartColumns.of(ChartPoints.of(at, values), FROM, FROM.plusSeconds(999_999), 1_300,
                    Duration.ofSeconds(1));
            assertThat(columns).as("a spike at " + place).hasSize(1_300)
                    .anySatisfy(column -> assertThat(column.high()).isEqualTo(412));
            values[place] = 0;
        }
    }

    @Test
    void anUnknownValueInTheMiddleOfAMillionIsAGap() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            samples.add(new Sample(FROM.plusSeconds(i), i == 2_500 ? Double.POSITIVE_INFINITY : 1));
        }
        List<TimeChartColumns> columns = TimeChartColumns.of(ChartPoints.of(samples), FROM, FROM.plusSeconds(5_000), 100, Duration.ofSeconds(1));

        assertThat(columns).filteredOn(TimeChartColumns::gap).extracting(TimeChartColumns::x).containsExactly(50);
    }

    @Test
    void theRawSamplesStayAlsoThoseWithoutAValue() {
        List<Sample> samples = List.of(new Sample(FROM, 1), new Sample(FROM.plusSeconds(1), Double.NaN), new Sample(FROM.plusSeconds(2), 3));
        ChartPoints points = ChartPoints.of(samples);

        assertThat(points.samples()).isEqualTo(samples);
        assertThat(points.between(FROM.plusSeconds(1), FROM.plusSeconds(2))).hasSize(2);
        assertThat(points).isEqualTo(ChartPoints.of(samples)).isNotEqualTo(ChartPoints.of(samples.subList(0, 2)));
    }
}
