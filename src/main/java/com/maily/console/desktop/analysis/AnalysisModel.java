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

    /**
     * @param wish   what a person chose, empty to follow what lasts
     * @param before what is shown now, empty when nothing is yet
     */
    static AnalysisModel of(Workspace workspace, List<JudgedRung> rungs, List<Subject.Asked> asked, Optional<Subject> wish,
                            Optional<Subject> before, Reading reading) {
        List<AnalysisEntry> entries = AnalysisEntry.of(rungs, asked);
        List<Subject> subjects = entries.stream().map(AnalysisEntry::subject).toList();
        Optional<Subject> chosen = found(subjects, wish).or(() -> followed(subjects, before)).or(() -> subjects.stream()
                .findFirst());
        return new AnalysisModel(components(workspace), entries, chosen, chosen.isPresent() ? reading
                : new Reading.Silent("No canary was judged yet",
                        "It starts with the first rung of a run. Beside, any window can be asked about."));
    }

    /** As the list knows it now: a rung that was live may be over. */
    private static Optional<Subject> found(List<Subject> subjects, Optional<Subject> wanted) {
        return wanted.flatMap(one -> subjects.stream().filter(one::same).findFirst());
    }

    /** The next rung of the same canary once it has begun; until then the one that is over. */
    private static Optional<Subject> followed(List<Subject> subjects, Optional<Subject> before) {
        return before.flatMap(one -> subjects.stream().filter(other -> other.live() && other.continues(one)).findFirst())
                .or(() -> found(subjects, before));
    }

    private static List<String> components(Workspace workspace) {
        return workspace.objectives().stream().map(Objective::component).distinct()
                .filter(name -> workspace.component(name).isPresent()).toList();
    }
}
