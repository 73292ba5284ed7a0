package com.maily.console.desktop.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.MemoryJournal;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Time;
import com.maily.console.core.sla.AlertWatch;
import com.maily.console.core.sla.MetricFeed;
import com.maily.console.core.sla.MetricPace;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.platforms.alertmanager.AlertmanagerClient;
import com.maily.console.platforms.alertmanager.FiringAlerts;
import com.maily.console.platforms.alertmanager.Scope;
import com.maily.console.platforms.prometheus.PrometheusSource;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.BoxFaces;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.metrics.RealAlertmanager;
import com.maily.console.sandbox.metrics.RealPrometheus;
import com.maily.console.sandbox.world.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The SLA screen with the shipped objectives, on a Prometheus server of this machine that scrapes the sandbox. */
class SlaRealPrometheusTest {

    private static final MetricPace PACE = new MetricPace(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(10),
            Duration.ofMinutes(5));

    @TempDir
    private Path folder;

    /** As far as the SLA screen needs one. */
    private record Reader(Workspace workspace, Journal journal) implements Console {

        @Override
        public Commands commands() {
            throw new UnsupportedOperationException("The SLA screen gives no orders.");
        }

        @Override
        public Platforms platforms(String environment) {
            throw new UnsupportedOperationException("The SLA screen asks the feed.");
        }

        @Override
        public Time time() {
            return Time.WALL;
        }

        @Override
        public void close() { }
    }

    private static final class Open implements AutoCloseable {

        private final MetricFeed feed;
        private final AlertWatch watch;
        private final Ages ages = new Ages(Time.WALL);
        private final OnStage stage;
        private SlaScreen screen;

        Open(PrometheusSource source) throws Exception {
            this(source, new AlertWatch(List::of, Time.WALL, PACE));
        }

        Open(PrometheusSource source, AlertWatch alerts) throws Exception {
            watch = alerts;
            feed = new MetricFeed("production", _ -> source, Time.WALL, PACE);
            stage = new OnStage(1_440, 860, theme -> {
                screen = new SlaScreen(new Reader(WorkspaceFile.maily(Map.of()), new MemoryJournal(Time.WALL)), "production",
                        theme, ages, feed, watch);
                screen.shown(true);
                ages.start();
                return (Parent) screen.node();
            });
        }

        boolean said(String pattern) {
            return stage.robot.from(screen.view()).lookup((Label l) -> l.isVisible() && l.getText().matches(pattern)).tryQuery()
                    .isPresent();
        }

        static void until(BooleanSupplier condition) throws Exception {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(30_000, condition::getAsBoolean));
        }

        @Override
        public void close() {
            WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
                screen.close();
                ages.close();
            });
            feed.close();
            watch.close();
            stage.close();
        }
    }

    @Test
    void showsWhatARealServerScrapedAndSaysSoWhenItIsGone() throws Exception {
        Assumptions.assumeTrue(RealPrometheus.program("prometheus").isPresent() && RealPrometheus.program("promtool").isPresent(),
                "No prometheus and promtool on this machine's PATH (Debian package prometheus).");
        MailyBox box = MailyBox.create(SandboxClock.running(Instant.now(), 1), Scenario.SMOOTH, 77);
        String past = "warm_up 1 " + Instant.now().minus(Duration.ofMinutes(10)).getEpochSecond() + "\n# EOF\n";
        try (BoxFaces faces = BoxFaces.open(box);
             RealPrometheus real = RealPrometheus.start(folder, past, faces.prometheus().address().getAuthority());
             PrometheusSource source = PrometheusSource.of(Map.of("url", real.address()));
             Open open = new Open(source)) {
            Open.until(() -> open.said("\\d+ ms") && open.said("[\\d,]+ users") && open.said("(99|100)[.\\d]* %"));
            Open.until(() -> open.said("All 7 targets met"));
            assertThat(open.said("Prometheus")).as("the source is called by its name").isTrue();
            assertThat(open.screen.view().chart("p99").chart().data().lines().getFirst().samples()).isNotEmpty();

            real.close();
            Open.until(() -> open.said("7 stale") && open.said(".*Prometheus.*") && open.said(".*histogram_quantile.*"));
            assertThat(open.said("All 7 targets met")).as("unknown is never green").isFalse();
        }
    }

    @Test
    void drawsWhatARealAlertmanagerBesideItSaysFires() throws Exception {
        Assumptions.assumeTrue(RealPrometheus.program("prometheus").isPresent() && RealPrometheus.program("promtool").isPresent()
                && RealPrometheus.program(RealAlertmanager.PROGRAM).isPresent(),
                "No prometheus, promtool and prometheus-alertmanager on this machine's PATH (Debian packages of these names).");
        MailyBox box = MailyBox.create(SandboxClock.running(Instant.now(), 20), Scenario.ROLLBACK_DRILL, 77);
        try (BoxFaces faces = BoxFaces.open(box);
             RealAlertmanager alertmanager = RealAlertmanager.start(folder);
             RealPrometheus real = RealPrometheus.start(folder, "warm_up 1 1\n# EOF\n", faces.prometheus().address().getAuthority(),
                     alertmanager);
             PrometheusSource source = PrometheusSource.of(Map.of("url", real.address()));
             AlertmanagerClient client = AlertmanagerClient.of(Map.of("url", alertmanager.address()));
             Open open = new Open(source, new AlertWatch(() -> List.of(new FiringAlerts(client, Scope.of(Map.of(), "production"))),
                     Time.WALL, PACE))) {
            Open.until(() -> open.screen.view().chart("p99").chart().data().bands().stream()
                    .anyMatch(band -> band.alert() && band.label().contains("HighErrorRate")));
            assertThat(open.watch.snapshot().spans()).anyMatch(span -> span.firing() && span.alert().component().equals("api"));
        }
    }
}
