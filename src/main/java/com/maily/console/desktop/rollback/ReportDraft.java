package com.maily.console.desktop.rollback;

import com.maily.console.core.engine.IncidentReport;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Recovery;
import com.maily.console.desktop.fx.Latest;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps the draft of the incident report up to date: entries are read away from the FX thread, once for each state of the journal. */
final class ReportDraft {

    /** A run and its rollback have a few hundred entries; what is older than this many does not belong to them. */
    private static final int READ = 5_000;

    private record Draft(String markdown, long sequence) { }

    private final Journal journal;
    private final Recovery recovery;
    private final Consumer<String> shown;
    private final Latest<Draft> drafts = new Latest<>(this::drafted);
    private boolean drafting;
    private long sequence = -1;

    /**
     * @param recovery what the environment promises
     * @param shown takes the Markdown, empty when there is nothing to report; called on the FX thread
     */
    ReportDraft(Journal journal, Recovery recovery, Consumer<String> shown) {
        this.journal = journal;
        this.recovery = recovery;
        this.shown = shown;
    }

    /** @param run the one to report on, empty for none */
    void show(History history, Optional<Deployment> run) {
        if (run.isEmpty()) {
            shown.accept("");
            sequence = -1;
        } else if (!drafting && sequence != history.size()) {
            drafting = true;
            Thread.ofVirtual().name("incident report")
                    .start(() -> drafts.publish(new Draft(draft(history, run.get()), history.size())));
        }
    }

    private String draft(History history, Deployment run) {
        try {
            return IncidentReport.of(history, journal.read(Math.max(0, history.size() - READ), READ), run.id(), recovery);
        } catch (FailureException e) {
            return "The report could not be drafted. " + e.failure().sentence();
        }
    }

    private void drafted(Draft draft) {
        drafting = false;
        sequence = draft.sequence();
        shown.accept(draft.markdown());
    }
}
