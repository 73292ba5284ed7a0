package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.app.Terminal.Said;
import com.maily.console.cli.Services;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Wording;
import com.maily.console.core.journal.Journal;
import com.maily.console.sandbox.MailyBox;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A drill ends verified, tells the same story for the same seed to the last byte, and tells it in words a stranger understands.
 */
class DrillTest {

    private static List<String> lines(Journal journal) {
        return journal.lines(0, Integer.MAX_VALUE).stream().map(line -> line.json()).toList();
    }

    private static String line(Entry entry, Deployment run) {
        return Wording.subject(entry.event(), run) + ": " + Wording.detail(entry.event());
    }

    private static final Map<String, Services.DrillResult> PLAYED = new ConcurrentHashMap<>();

    /** Seed 77, played once for all tests. */
    private static Services.DrillResult played(String scenario) {
        return PLAYED.computeIfAbsent(scenario, key -> play(key, 77));
    }

    private static Services.DrillResult play(String scenario, long seed) {
        return new Drill(MailyBox.scenario(scenario), seed).play();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smooth", "canary-regression", "rollback-drill", "gitops"})
    void endsVerifiedAndTheSameSeedGivesTheSameJournal(String scenario) {
        Services.DrillResult first = played(scenario);
        assertThat(first.verified()).as(first.summary()).isTrue();
        assertThat(first.journal().verify().holds()).isTrue();
        List<String> told = lines(first.journal());
        assertThat(told).hasSizeGreaterThan(50);

        assertThat(lines(play(scenario, 77).journal())).isEqualTo(told);
        Services.DrillResult other = play(scenario, 78);
        assertThat(lines(other.journal())).isNotEqualTo(told);
        assertThat(other.verified()).as(other.summary()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smooth", "canary-regression", "rollback-drill", "gitops"})
    void readsLikeWholeSentences(String scenario) {
        Journal journal = played(scenario).journal();
        String before = "";
        for (Entry entry : journal.read(0, Integer.MAX_VALUE)) {
            Deployment run = journal.history().deployment(entry.deployment()).orElseThrow();
            String line = line(entry, run);
            assertThat(line.replace("...", "")).doesNotContain("..", ".;", ".:", ". .", "  ", "runs :", "null", "Optional", "@",
                    "}");
            assertThat(line.strip()).isEqualTo(line).isNotEqualTo(before).doesNotEndWith(":");
            before = line;
        }
    }

    @Test
    void aRollbackTellsOnlyWhatItDid() {
        Journal journal = played("canary-regression").journal();
        List<String> lines = journal.read(0, Integer.MAX_VALUE).stream().filter(entry -> entry.deployment().startsWith("rb-"))
                .map(entry -> line(entry, journal.history().deployment(entry.deployment()).orElseThrow())).toList();
        assertThat(lines).noneMatch(line -> line.contains("canary weight 0 % →"));
        assertThat(lines).anyMatch(line -> line.equals("api: canary weight 10 % → 0 %"));
        assertThat(lines).contains("api: no canary runs any more");
        assertThat(lines.getFirst()).contains("rollback to v2.0.4", "error-rate");
        assertThat(lines).filteredOn(line -> !line.startsWith("Grafana")).last().isEqualTo("production: succeeded: production was rolled back to v2.0.4.");
    }

    @Test
    void alertsAreMutedOnlyWhereTheWorkspaceSaysSoAndOtherToolsAreTold() {
        Journal journal = played("canary-regression").journal();
        List<String> lines = journal.read(0, Integer.MAX_VALUE).stream().filter(entry -> entry.event() instanceof Event.OfTool)
                .map(entry -> line(entry, journal.history().deployment(entry.deployment()).orElseThrow())).toList();
        assertThat(lines).filteredOn(line -> line.startsWith("Alertmanager")).hasSize(2)
                .allMatch(line -> line.contains("for staging"));
        assertThat(lines).extracting(line -> line.replaceAll("(: A| by ).*", "")).contains("Grafana: shows the run as started",
                "Grafana: shows the run as rolled back", "Grafana: shows the run as succeeded");
    }

    @Test
    void theCommandPrintsOneObjectAndEndsWithZero() {
        Said said = Terminal.say("drill", "canary-regression", "--seed", "77", "--json");
        assertThat(said.code()).isZero();
        assertThat(said.json().at("/ok").asBoolean()).isTrue();
        assertThat(said.json().at("/summary").asText()).contains("Rolled back", "api", "verified");
        assertThat(said.json().at("/journalHash").asText()).isEqualTo(
                played("canary-regression").journal().history().last().orElseThrow().hash());
        assertThat(said.err()).contains("rollback to v2.0.4");
    }

    @Test
    void theEntriesAreTheJournalItself() {
        Said said = Terminal.say("drill", "rollback-drill", "--entries");
        assertThat(said.out().lines()).isEqualTo(lines(played("rollback-drill").journal()));
    }
}
