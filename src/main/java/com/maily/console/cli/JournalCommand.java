package com.maily.console.cli;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.EntryCodec;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.Line;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists and checks the journal. With {@code --json} it prints one entry a line, hashes included. */
@Command(name = "journal", mixinStandardHelpOptions = true, description = "Lists what happened, or checks the chain of hashes.")
final class JournalCommand extends Common {

    @Option(names = "--deployment", paramLabel = "ID", description = "Only this run.")
    @Nullable String deployment;

    @Option(names = "--last", paramLabel = "N", defaultValue = "50", description =
            "How many entries, 0 for all (default: ${DEFAULT-VALUE}).")
    int last;

    @Option(names = "--verify", description = "Recompute every hash and say whether the chain holds.")
    boolean verify;

    JournalCommand(Services services) {
        super(services);
    }

    @Override
    ExitCode run(Output output) {
        try (Journal open = services.openJournal(files())) {
            return verify ? verify(open, output) : list(open, output);
        }
    }

    private static ExitCode verify(Journal journal, Output output) {
        Journal.ChainCheck check = journal.verify();
        output.say(check.holds() ? "The chain holds: " + check.entries() + " entries."
                : "The chain is broken at entry " + check.firstBad() + ": " + check.why() + " Nothing was repaired.");
        output.result(Map.of("ok", check.holds(), "entries", check.entries(), "firstBad", check.firstBad(), "why", check.why()));
        return check.holds() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ExitCode list(Journal journal, Output output) {
        long after = last == 0 || deployment != null ? 0 : Math.max(0, journal.history().size() - last);
        List<Line> found = journal.lines(after, Integer.MAX_VALUE).stream()
                .filter(line -> deployment == null || line.deployment().equals(deployment)).toList();
        List<Line> shown = last == 0 ? found : found.subList(Math.max(0, found.size() - last), found.size());
        shown.forEach(line -> print(line, journal, output));
        return ExitCode.DONE;
    }

    /** As JSON the stored text itself, so that what a newer console wrote still verifies. */
    private void print(Line line, Journal journal, Output output) {
        if (json) {
            output.raw(line.json());
            return;
        }
        Entry entry = EntryCodec.entry(line);
        output.say("%6d  %s  %-12s %s".formatted(entry.sequence(), entry.hash().substring(0, 4), entry.actor().name(),
                EventLine.of(entry, journal.history())));
    }
}
