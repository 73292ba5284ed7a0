package com.maily.console.desktop.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.JudgedRung;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.report.Window;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryMetrics;
import com.maily.console.desktop.widget.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnalysisModelTest {

    private static final List<JudgedRung> RUNGS = new RungList(new HandConsole(Story.entries()), "production")
            .upTo(History.of(Story.entries()));

    private static AnalysisModel model(List<Subject.Asked> asked, Optional<Subject> wish) {
        return AnalysisModel.of(StoryMetrics.workspace(), RUNGS, asked, wish, Optional.empty(), new Reading.Asking());
    }

    @Test
    void theCanariesThatAreJudgedNowStandOnTopWithTheWordTheRunHasOfThem() {
        List<AnalysisEntry> entries = model(List.of(), Optional.empty()).entries();
        assertThat(entries).extracting(AnalysisEntry::title).startsWith("api at 25 %").contains("ai-service at 10 %",
                "frontend at 5 %");
        assertThat(entries.getFirst().section()).isEqualTo("Now");
        assertThat(entries.getFirst().state()).isEqualTo(State.DONE);
        assertThat(entries).filteredOn(entry -> entry.title().startsWith("ai-service")).extracting(AnalysisEntry::state)
                .containsExactly(State.MARGINAL);
    }

    @Test
    void onlyTheFirstOfASectionNamesIt() {
        Subject.Asked one = new Subject.Asked("api", new Window(Story.at("02:00:00"), Story.at("02:10:00")));
        Subject.Asked other = new Subject.Asked("email", new Window(Story.at("01:00:00"), Story.at("02:10:00")));
        assertThat(model(List.of(one, other), Optional.empty()).entries()).extracting(AnalysisEntry::section)
                .filteredOn(section -> !section.isEmpty()).containsExactly("Now", "Asked");
    }

    @Test
    void whatWasChosenStaysChosenAndElseTheFirstIsShown() {
        Subject.Asked asked = new Subject.Asked("api", new Window(Story.at("02:00:00"), Story.at("02:10:00")));
        assertThat(model(List.of(asked), Optional.of(asked)).chosen()).contains(asked);
        assertThat(model(List.of(), Optional.of(asked)).chosen()).get().satisfies(first -> assertThat(first.component())
                .isEqualTo("api"));
    }

    @Test
    void withoutAnyCanaryItSaysSoAndWhatCanBeAskedAboutIsKnown() {
        AnalysisModel empty = AnalysisModel.of(StoryMetrics.workspace(), List.of(), List.of(), Optional.empty(), Optional.empty(),
                new Reading.Asking());
        assertThat(empty.reading()).isInstanceOf(Reading.Silent.class);
        assertThat(empty.components()).contains("api", "ai-service");
    }

    @Test
    void whoeverFollowsACanaryGoesOnToItsNextRungAndStaysWhereItEnded() {
        Subject shown = new Subject.Rung(RUNGS.stream().filter(rung -> rung.component().equals("ai-service") && rung.open())
                .findFirst()
                .orElseThrow());
        assertThat(followed(shown, new Event.WeightShifted("3.3", "ai-service", Weight.ofPercent(10), Weight.ofPercent(25), ""))
                .live()).isTrue();
        Subject ended = followed(shown, new Event.WeightShifted("3.3", "ai-service", Weight.ofPercent(10), Weight.ZERO, ""));
        assertThat(ended.same(shown)).isTrue();
        assertThat(ended.live()).isFalse();
    }

    private static Subject followed(Subject shown, Event then) {
        HandConsole console = new HandConsole(Story.entries());
        console.happens(then);
        List<JudgedRung> rungs = new RungList(console, "production").upTo(console.history());
        return AnalysisModel.of(StoryMetrics.workspace(), rungs, List.of(), Optional.empty(), Optional.of(shown),
                new Reading.Asking())
                .chosen().orElseThrow();
    }

    @Test
    void whatWasOnlyRecordedIsADryRunInTheListAsInTheReport() {
        HandConsole console = new HandConsole(Story.entries());
        console.happens(new Event.VerdictReached("3.2", "api", Story.passing().asDryRun()));
        assertThat(new RungList(console, "production").upTo(console.history())).filteredOn(JudgedRung::open)
                .extracting(rung -> new Subject.Rung(rung).dryRun()).containsExactlyInAnyOrder(true, false, false);
    }
}
