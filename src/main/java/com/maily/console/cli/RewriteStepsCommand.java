package com.maily.console.cli;

import com.maily.console.core.engine.Commands.Answer;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.StepRewriting.Rewrite;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a canary that goes by steps one more of them; shows what comes of it, and does it only when told to. */
@Command(name = "rewrite-steps", mixinStandardHelpOptions = true, description =
        "Rewrites the steps of a component's Argo Rollout so that a weight becomes the next stop. Moves no traffic.")
final class RewriteStepsCommand extends Common {

    @Parameters(index = "0", paramLabel = "COMPONENT", description = "Whose canary.")
    String component = "";

    @Option(names = "--weight", paramLabel = "PERCENT", required = true, description = "The weight that is to come next.")
    int weight;

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Whose run (default: ${DEFAULT-VALUE}).")
    String environment = "";

    @Option(names = "--yes", description = "Do it; without, only the consequences are shown.")
    boolean yes;

    RewriteStepsCommand(Services services) {
        super(services);
    }

    @Override
    ExitCode run(Output output) {
        known().environment(environment);
        if (weight < 1 || weight > 99) {
            throw new UsageException("--weight " + weight + " is no stop of a canary", "it must lie between 1 and 99.",
                    "Choose another one.");
        }
        try (Console console = services.open(files())) {
            Deployment run = console.journal().history().active(environment)
                    .orElseThrow(() -> new FailureException(new Failure.Rejected(
                    "The steps of " + component + " cannot be rewritten", "no run on " + environment + " is unfinished.",
                    "Rewrite them while a run moves the canary, or change them in Git.")));
            Rewrite rewrite = console.commands().previewSteps(run.id(), component, Weight.ofPercent(weight));
            show(rewrite, output);
            if (yes && console.commands().rewriteSteps(run.id(), component, rewrite, actor()) instanceof Answer.Refused refused) {
                throw new FailureException(refused.why());
            }
            output.say(yes ? "Done. The next weight is " + rewrite.next() + "." : "Nothing was sent. Say --yes to do it.");
            output.result(Map.of("ok", true, "exit", ExitCode.DONE.number(), "rewritten", yes, "before", rewrite.before(),
                    "after", rewrite.after(), "consequences", rewrite.consequences(), "command", rewrite.command()));
            return ExitCode.DONE;
        }
    }

    private static void show(Rewrite rewrite, Output output) {
        lines(rewrite.before(), rewrite.after()).forEach(output::say);
        rewrite.consequences().forEach(sentence -> output.say("- " + sentence));
        output.say(rewrite.command());
    }

    private static List<String> lines(List<String> before, List<String> after) {
        return Stream.concat(before.stream().map(line -> "  was  " + line), after.stream()
                .map(line -> "  is   " + line)).toList();
    }
}
