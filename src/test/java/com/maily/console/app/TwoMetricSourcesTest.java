package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.cli.Services;
import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Objective;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.MetricCurve;
import com.maily.console.core.sla.MetricFeed;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricPace;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.sandbox.datadog.WireFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objectives of Prometheus and of Datadog, followed side by side over the wire as a screen does. */
class TwoMetricSourcesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void bothAreOnOneScreenAndOneThatThrottlesUsDoesNotHoldUpTheOther() {
        try (Box box = Box.start("smooth", 77, 60, folder);
             Console console = new Wiring("test").open(new Services.Files(Optional.of(box.workspace()),
                     Optional.of(box.journal())));
             MetricFeed feed = new MetricFeed("production", source -> console.platforms("production").metrics(source),
                     console.time(),
                     MetricPace.SCREEN)) {
            List<Objective> objectives = console.workspace().in("production").objectivesOf("email");
            assertThat(objectives).extracting(Objective::source).contains("prometheus", "datadog");
            Set<MetricLine> lines = objectives.stream().map(MetricLine::total).collect(Collectors.toSet());
            AtomicReference<MetricSnapshot> newest = new AtomicReference<>(MetricSnapshot.EMPTY);
            feed.follow(lines, newest::set);
            Eventually.holds(PATIENCE, () -> lines.stream().allMatch(line -> newest.get().curve(line).flatMap(MetricCurve::last)
                    .isPresent()));
            MetricLine datadog = lines.stream().filter(line -> line.objective().source().equals("datadog")).findFirst()
                    .orElseThrow();
            assertThat(newest.get().curve(datadog).orElseThrow().source().name()).isEqualTo("Datadog");
            assertThat(newest.get().curve(datadog).orElseThrow().samples()).hasSizeGreaterThan(500);

            box.faces().datadog().inject(new WireFault.Throttled(3600));
            Eventually.holds(PATIENCE, () -> newest.get().curve(datadog).flatMap(MetricCurve::failure).isPresent());
            assertThat(newest.get().curve(datadog).orElseThrow().samples()).as("what was known stays, with its age").isNotEmpty();
            Eventually.holds(PATIENCE, () -> console.platforms("production").sources().stream()
                    .filter(state -> state.name().equals("Datadog"))
                    .map(SourceState::trouble).anyMatch(trouble -> trouble.contains("is used up")));
            MetricLine prometheus = lines.stream().filter(line -> line.objective().source().equals("prometheus")).findFirst()
                    .orElseThrow();
            var then = newest.get().curve(prometheus).orElseThrow().source().lastGood().orElseThrow();
            Eventually.holds(PATIENCE, () -> newest.get().curve(prometheus).orElseThrow().source().lastGood().orElseThrow()
                    .isAfter(then));
        }
    }
}
