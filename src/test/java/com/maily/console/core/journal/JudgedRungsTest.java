package com.maily.console.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgedRungsTest {

    private final List<Entry> entries = new ArrayList<>(List.of(new Entry(1, Story.at("02:00:00"), Story.DEPLOYMENT, Story.MANAGER,
            new Event.DeploymentStarted(Story.plan(), Story.release(), "", "planned"), Entry.GENESIS, Entry.GENESIS)));

    private JudgedRungsTest at(String clock, Event event) {
        entries.add(new Entry(entries.size() + 1, Story.at(clock), Story.DEPLOYMENT, Actor.SYSTEM, event, Entry.GENESIS, Entry.GENESIS));
        return this;
    }

    private JudgedRungsTest shift(String clock, double from, double to) {
        return at(clock, new Event.WeightShifted("3.2", "api", Weight.ofPercent(from), Weight.ofPercent(to), "kubectl"));
    }

    private JudgedRungsTest observe(String clock, double desired, double observed) {
        return at(clock, new Event.WeightObserved("api", Weight.ofPercent(desired), Weight.ofPercent(observed), ""));
    }

    private JudgedRungsTest judge(String clock, Verdict.Word word) {
        return at(clock, new Event.VerdictReached("3.2", "api", new Verdict(word, "because.", 1_000, List.of())));
    }

    private List<JudgedRung> rungs() {
        JudgedRungs rungs = new JudgedRungs();
        Deployment run = History.of(entries).deployment(Story.DEPLOYMENT).orElseThrow();
        entries.forEach(entry -> rungs.take(entry, run));
        return rungs.newestFirst();
    }

    @Test
    void aRungBeginsWhenItsWeightIsSeenAndEndsWithTheNextShift() {
        shift("02:56:00", 0, 5).observe("02:56:20", 5, 0).observe("02:56:40", 5, 5).judge("02:57:40", Verdict.Word.TOO_FEW_SAMPLES)
                .judge("02:59:00", Verdict.Word.PASS).shift("03:02:00", 5, 10).observe("03:02:10", 10, 10);
        assertThat(rungs()).satisfiesExactly(now -> {
            assertThat(now.weight()).isEqualTo(Weight.ofPercent(10));
            assertThat(now.open()).isTrue();
            assertThat(now.verdict()).isEmpty();
        }, before -> {
            assertThat(before.weight()).isEqualTo(Weight.ofPercent(5));
            assertThat(before.from()).isEqualTo(Story.at("02:56:40"));
            assertThat(before.to()).contains(Story.at("03:02:00"));
            assertThat(before.verdict().orElseThrow().word()).isEqualTo(Verdict.Word.PASS);
            assertThat(before.version()).isEqualTo("v2.1.0");
        });
    }

    @Test
    void whatWasNeverJudgedIsNoAnalysisOnceItIsOver() {
        shift("02:56:00", 0, 5).observe("02:56:40", 5, 5).shift("02:56:50", 5, 0);
        assertThat(rungs()).isEmpty();
    }

    @Test
    void theSameWeightToldAgainIsNoOtherRungAndOneSetPastTheConsoleIs() {
        shift("02:56:00", 0, 5).observe("02:56:40", 5, 5).judge("02:58:00", Verdict.Word.PASS).shift("02:59:00", 5, 5)
                .observe("03:00:00", 50, 50);
        assertThat(rungs()).extracting(JudgedRung::weight).containsExactly(Weight.ofPercent(50), Weight.ofPercent(5));
        assertThat(Duration.between(rungs().getLast().from(), rungs().getLast().to().orElse(Instant.MAX)))
                .isEqualTo(Duration.ofSeconds(200));
    }

    @Test
    void nothingLastsBeyondItsRun() {
        shift("02:56:00", 0, 5).observe("02:56:40", 5, 5).judge("02:58:00", Verdict.Word.FAIL)
                .at("03:00:00", new Event.DeploymentFinished(Event.Outcome.SUPERSEDED, "rolled back")).observe("03:01:00", 5, 5);
        assertThat(rungs()).singleElement().satisfies(rung -> assertThat(rung.to()).contains(Story.at("03:00:00")));
    }
}
