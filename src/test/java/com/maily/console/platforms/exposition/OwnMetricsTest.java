package com.maily.console.platforms.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.ConsoleServices;
import com.maily.console.core.engine.SimulatedDriver;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.MemoryJournal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.sqlite.SqliteJournal;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.BoxPorts;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.world.Scenario;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the console tells a Prometheus about itself is what its journal says. */
class OwnMetricsTest {

    @TempDir
    private Path folder;

    /** A rollback of everything, played in memory. */
    private static List<Entry> rollback() {
        SandboxClock clock = SandboxClock.manual(MailyBox.START);
        MailyBox box = MailyBox.create(clock, Scenario.ROLLBACK_DRILL, 77);
        Journal journal = new MemoryJournal(clock);
        SimulatedDriver driver = new SimulatedDriver(clock, until -> clock.advance(Duration.between(clock.instant(), until)));
        Console console = ConsoleServices.simulated(WorkspaceFile.maily(Map.of()), journal, clock,
                environment -> new BoxPorts(box, environment.name()), driver);
        console.commands().rollBack(new Commands.Undo("production", List.of(), Optional.of("v2.0.4"), "too slow"),
                new Actor("on-call", "Console"));
        driver.play(() -> journal.history().active("production").isEmpty(), clock.instant().plus(Duration.ofHours(1)));
        return journal.read(0, Integer.MAX_VALUE);
    }

    private static String page(MetricsPage page, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page.port()
                    + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/plain; version=0.0.4");
            return answer.body();
        }
    }

    @Test
    void countsEveryEntryThatIsAppendedWhileItWatches() throws Exception {
        List<Entry> entries = rollback();
        try (Journal journal = SqliteJournal.open(folder.resolve("journal.db"), Time.WALL, Actor.SYSTEM)) {
            journal.append("before", Actor.SYSTEM, new Event.Paused("an entry from before the start"));
            try (OwnMetrics metrics = OwnMetrics.of(journal); MetricsPage page = MetricsPage.open(metrics, 0)) {
                entries.forEach(entry -> journal.append(entry.deployment(), entry.actor(), entry.event()));
                journal.append(entries.getFirst().deployment(), Actor.SYSTEM,
                        new Event.WeightObserved("api", Weight.ofPercent(25), Weight.ofPercent(12.5), "on its way"));
                String text = page(page, "/metrics");
                assertThat(text).contains("maily_console_runs_total{environment=\"production\",intent=\"back\",outcome=\"succeeded\"} 1.0")
                        .contains("maily_console_canary_weight_ratio{component=\"api\"} 0.125")
                        .contains("maily_console_step_duration_seconds_count{kind=\"restore\"} " + count(entries, "Restore"))
                        .contains("maily_console_journal_entries_total{type=\"StepActed\"} " + of(entries, Event.StepActed.class))
                        .contains("maily_console_journal_entries_total{type=\"DeploymentStarted\"} 1.0")
                        .doesNotContain("type=\"Paused\"");
                double all = text.lines().filter(line -> line.startsWith("maily_console_journal_entries_total{"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
                assertThat(all).isEqualTo(entries.size() + 1);
            }
        }
    }

    private static String count(List<Entry> entries, String title) {
        Event.DeploymentStarted started = (Event.DeploymentStarted) entries.getFirst().event();
        return Long.toString(started.plan().steps().stream().filter(step -> step.title().startsWith(title)).count());
    }

    private static double of(List<Entry> entries, Class<? extends Event> type) {
        return entries.stream().filter(entry -> type.isInstance(entry.event())).count();
    }

    @Test
    void aPortInUseIsSaid() {
        try (Journal journal = new MemoryJournal(Time.WALL); OwnMetrics metrics = OwnMetrics.of(journal); MetricsPage page =
                MetricsPage.open(metrics, 0)) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> MetricsPage.open(metrics, page.port()).close())
                    .hasMessageContaining("port " + page.port()).hasMessageContaining("--metrics-port");
        }
    }

    @Test
    void onlyThisMachineCanAsk() throws Exception {
        try (Journal journal = new MemoryJournal(Time.WALL); OwnMetrics metrics = OwnMetrics.of(journal); MetricsPage page =
                MetricsPage.open(metrics, 0)) {
            assertThat(page(page, "/metrics")).isNotNull();
            assertThat(page.address().isLoopbackAddress()).isTrue();
        }
    }
}
