package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.core.sla.MetricCurve;
import com.maily.console.core.sla.MetricFeed;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricPace;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.metrics.RealPrometheus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;

/**
 * The SLA screen's way to its numbers with a real Prometheus server in the middle: it scrapes the sandbox's page as it would any
 * service's, and the product
 * asks it the queries of the shipped workspace file. Skipped where there is no Prometheus.
 */
class RealPrometheusPathTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOTHING_OLD = "up_before 1 1\n# EOF\n";

    @TempDir
    private static Path folder;
    private static Box box;
    private static RealPrometheus prometheus;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(RealPrometheus.program("prometheus").isPresent() && RealPrometheus.program("promtool").isPresent(),
                "No prometheus and promtool on this machine's PATH (Debian package prometheus).");
        // At the wall's pace, because a real server stamps what it scrapes with the wall's time.
        box = Box.start("rollback-drill", 77, 1, folder.resolve("box"));
        prometheus = RealPrometheus.start(folder, NOTHING_OLD, box.faces().prometheus().address().getAuthority());
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.close();
            box.close();
        }
    }

    private static MetricPorts ports() {
        return MetricPorts.prometheus(Map.of("url", prometheus.address()), Time.WALL);
    }

    private static List<Objective> objectives() {
        return WorkspaceFile.read(box.workspace()).in("production").objectives().stream()
                .filter(objective -> objective.source().equals("prometheus")).toList();
    }

    /** Waits until the followed curves are as expected. */
    private static MetricSnapshot followed(MetricSource source, Set<MetricLine> lines, Predicate<MetricSnapshot> expected) {
        AtomicReference<MetricSnapshot> newest = new AtomicReference<>(MetricSnapshot.EMPTY);
        try (MetricFeed feed = new MetricFeed("production", _ -> source, Time.WALL, MetricPace.SCREEN);
             Subscription _ = feed.follow(lines, newest::set)) {
            return Eventually.read(PATIENCE, newest::get, expected);
        }
    }

    @Test
    void everyCurveOfTheScreenHasFreshValuesFromTheServer() {
        Set<MetricLine> lines = objectives().stream().map(MetricLine::total).collect(Collectors.toSet());
        try (MetricPorts ports = ports()) {
            MetricSnapshot snapshot = followed(ports.source(), lines, now -> lines.stream()
                    .allMatch(line -> now.curve(line).filter(curve -> curve.fresh(Instant.now())).isPresent()));
            for (MetricLine line : lines) {
                MetricCurve curve = snapshot.curve(line).orElseThrow();
                assertThat(curve.failure()).as(curve.query()).isEmpty();
                assertThat(curve.last().orElseThrow().value()).as(curve.query()).isBetween(0.0, 1_000_000.0);
            }
            assertThat(value(snapshot, "users")).isBetween(100.0, 10_000.0);
            assertThat(value(snapshot, "availability")).isBetween(90.0, 100.0);
            assertThat(ports.connection().state().lastGood()).isPresent();
        }
    }

    private static double value(MetricSnapshot snapshot, String key) {
        MetricLine line = MetricLine.total(objectives().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow());
        return snapshot.curve(line).orElseThrow().last().orElseThrow().value();
    }

    @Test
    void theConsoleOpensOnItAndFindsItsMetricsArriving() {
        Workspace workspace = WorkspaceFile.read(box.workspace());
        Environment production = workspace.environment("production").orElseThrow();
        Map<String, Map<String, String>> connections = new TreeMap<>(production.connections());
        connections.put("prometheus", Map.of("url", prometheus.address()));
        Environment measured = new Environment(production.name(), production.production(), connections);
        try (EnvironmentPlatforms platforms = EnvironmentPlatforms.open(measured, Time.WALL, "test")) {
            Objective users = objectives().stream().filter(one -> one.key().equals("users")).findFirst().orElseThrow();
            String query = MetricLine.total(users).query("production", Duration.ofMinutes(5));
            double value = Eventually.read(PATIENCE, () -> platforms.metrics("prometheus").instant(query, Instant.now()).single(),
                    read -> !Double.isNaN(read));
            assertThat(value).isPositive();
            assertThat(platforms.inspectors()).anySatisfy(inspector -> assertThat(inspector.inspect(
                    Inspection.CONNECTIONS, workspace.components()).toString())
                            .contains("rometheus"));
        }
    }
}
