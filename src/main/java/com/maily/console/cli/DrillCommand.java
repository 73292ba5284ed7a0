package com.maily.console.cli;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.EntryCodec;
import com.maily.console.core.journal.Journal;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a scenario in memory on the sandbox's clock: the same seed gives the same journal, byte for byte. */
@Command(name = "drill", mixinStandardHelpOptions = true, description =
        "Plays a scenario to its end in memory and says how it went.")
final class DrillCommand extends Common {

    @Parameters(paramLabel = "SCENARIO", description = "smooth, canary-regression or rollback-drill.")
    String scenario = "";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "77", description =
            "Same seed, same journal (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--entries", description = "Print the journal, one JSON entry a line, instead of the summary.")
    boolean entries;

    DrillCommand(Services services) {
        super(services);
    }

    @Override
    ExitCode run(Output output) {
        scenario(scenario);
        Services.DrillResult result = services.drill(scenario, seed);
        try (Journal journal = result.journal()) {
            for (Entry entry : journal.read(0, Integer.MAX_VALUE)) {
                if (entries) {
                    output.raw(EntryCodec.line(entry).json());
                } else {
                    journal.history().deployment(entry.deployment()).ifPresent(run -> output.say(EventLine.of(entry, run)));
                }
            }
            if (!entries) {
                output.say(result.summary());
                output.result(Map.of("ok", result.verified(), "scenario", scenario, "seed", seed, "summary", result.summary(),
                        "entries", journal.history().size(), "journalHash", journal.history().last().map(Entry::hash)
                                .orElse(Entry.GENESIS),
                        "deployments", journal.history().deployments().stream().map(DrillCommand::row).toList()));
            }
            return result.verified() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static Map<String, Object> row(Deployment run) {
        return Map.of("id", run.id(), "intent", run.plan().intent(), "version", run.plan().version(), "status", run.status(),
                "seconds", run.endedAt().map(end -> java.time.Duration.between(run.startedAt(), end).toSeconds()).orElse(-1L));
    }
}
