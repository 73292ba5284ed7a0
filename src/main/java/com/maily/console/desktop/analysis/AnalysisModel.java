package com.maily.console.desktop.analysis;

import com.maily.console.core.journal.JudgedRung;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * Everything the analysis screen shows.
 *
 * @param components those that can be asked about
 * @param chosen     what the reading is of; empty when there is nothing at all
 */
record AnalysisModel(List<String> components, List<AnalysisEntry> entries, Optional<Subject> chosen, Reading reading) {

    AnalysisModel {
        components = List.copyOf(components);
        entries = List.copyOf(entries);
    }

    /** @param wish what a person chose, empty to show what is first in the list */
    static AnalysisModel of(Workspace workspace, List<JudgedRung> rungs, List<Subject.Asked> asked, Optional<Subject> wish,
                            Reading reading) {
        List<AnalysisEntry> entries = AnalysisEntry.of(rungs, asked);
        Optional<Subject> chosen = chosen(entries, wish);
        return new AnalysisModel(components(workspace), entries, chosen, chosen.isPresent() ? reading
                : new Reading.Silent("No canary was judged yet", "It starts with the first rung of a run. Any window can be asked about beside."));
    }

    /** As the list knows it now: a rung that was live may be over. */
    static Optional<Subject> chosen(List<AnalysisEntry> entries, Optional<Subject> wish) {
        Optional<Subject> found = wish.flatMap(one -> entries.stream().map(AnalysisEntry::subject).filter(one::same).findFirst());
        return found.or(() -> entries.stream().map(AnalysisEntry::subject).findFirst());
    }

    private static List<String> components(Workspace workspace) {
        return workspace.objectives().stream().map(Objective::component).distinct()
                .filter(name -> workspace.component(name).isPresent()).toList();
    }
}
