package com.maily.console.desktop.rollback;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.PreflightCheck;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Difference;
import com.maily.console.core.model.Failure;
import com.maily.console.core.port.Revision;
import com.maily.console.desktop.widget.Format;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything the revision chooser shows.
 *
 * @param changes the difference between what runs and what is chosen; a line without text stands for lines left out
 * @param note    said instead of, or above, the difference; empty when there is nothing to say
 * @param blocked why the button is off, empty when it may be held
 */
record RevisionModel(String component, List<RevisionRow> rows, String chosen, List<Difference.Line> changes, String note,
                     List<String> warnings, String button, String blocked) {

    private static final int AROUND = 3;

    RevisionModel {
        rows = List.copyOf(rows);
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
    }

    /**
     * What is known at one moment.
     *
     * @param history empty while it is being read
     * @param chosen  the identity of a revision, empty for none
     * @param preview of the undo to the chosen one; empty while it is being made
     * @param trouble why the history could not be read
     */
    record Known(String component, Optional<List<Revision>> history, String chosen, Optional<Commands.Preview> preview,
                 Optional<Failure> trouble) {

        static Known nothing(String component) {
            return new Known(component, Optional.empty(), "", Optional.empty(), Optional.empty());
        }

        Known choosing(String identity) {
            return new Known(component, history, identity, Optional.empty(), trouble);
        }

        Optional<Revision> target() {
            return history.stream().flatMap(List::stream).filter(revision -> revision.identity().equals(chosen)).findFirst();
        }

        Optional<Revision> current() {
            return history.stream().flatMap(List::stream).filter(Revision::current).findFirst();
        }
    }

    static RevisionModel of(Known known, Instant now) {
        List<RevisionRow> rows = known.history().orElse(List.of()).stream().map(revision -> row(revision, now)).toList();
        Optional<Difference> difference = known.target().flatMap(to -> known.current()
                .map(from -> Difference.between(from.template(), to.template())));
        String button = known.target().map(to -> "Undo " + known.component() + " to revision " + to.name() + ", "
                + to.artifact().version()).orElse("Undo " + known.component());
        return new RevisionModel(known.component(), rows, known.chosen(), difference.map(RevisionModel::changes)
                .orElse(List.of()),
                note(known, difference), warnings(known), button, blocked(known));
    }

    private static RevisionRow row(Revision revision, Instant now) {
        String image = revision.artifact() instanceof Artifact.Image of ? of.reference() : revision.artifact().version();
        return new RevisionRow(revision.identity(), revision.name(), revision.artifact().version(), image,
                Format.age(revision.createdAt(), now), revision.cause(), revision.current());
    }

    private static List<Difference.Line> changes(Difference difference) {
        List<Difference.Line> lines = new ArrayList<>();
        for (List<Difference.Line> part : difference.parts(AROUND)) {
            if (!lines.isEmpty()) {
                lines.add(new Difference.Line(Difference.Mark.SAME, 0, ""));
            }
            lines.addAll(part);
        }
        return lines;
    }

    private static String note(Known known, Optional<Difference> difference) {
        if (known.trouble().isPresent()) {
            return known.trouble().get().sentence();
        }
        if (known.history().isEmpty()) {
            return "The history is being read.";
        }
        if (known.target().isEmpty()) {
            return "Choose a revision to see what an undo would change.";
        }
        return difference.isEmpty() ? "What runs now is not in the history, so the difference is not known."
                : difference.get().none() ? "The templates differ only in values that are not shown." : "";
    }

    private static List<String> warnings(Known known) {
        return known.preview().map(Commands.Preview::checks).orElse(List.of()).stream()
                .filter(check -> check.result() == PreflightCheck.Result.WARN).map(PreflightCheck::detail).toList();
    }

    private static String blocked(Known known) {
        if (known.target().isEmpty()) {
            return "Nothing is chosen.";
        }
        if (known.target().get().current()) {
            return "Nothing to do: it runs this revision already.";
        }
        if (known.preview().isEmpty()) {
            return "The preflight is running.";
        }
        Commands.Preview preview = known.preview().get();
        return preview.refusal().map(Failure::sentence).orElseGet(() -> preview.checks().stream()
                .filter(check -> check.result() == PreflightCheck.Result.FAIL).map(PreflightCheck::detail).findFirst()
                .orElse(""));
    }
}
