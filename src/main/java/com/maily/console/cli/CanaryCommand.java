package com.maily.console.cli;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves running canaries, one or several as one action, and tells of each what came of it. */
@Command(name = "canary", mixinStandardHelpOptions = true, description = {
        "Moves running canaries: all that are named, or none.",
        "promote: on to the next rung, past the rest of the analysis. pause: hold where they are. resume: let held ones go on.",
        "abort: all traffic back, then hold. set: to --weight now. queue: to --weight once the present one has passed."})
final class CanaryCommand extends Common {

    @Parameters(index = "0", paramLabel = "MOVE", description = "promote, pause, resume, abort, set or queue.")
    String move = "";

    @Option(names = "--components", paramLabel = "NAMES", split = ",", required = true,
            description = "Comma-separated component names.")
    List<String> components = List.of();

    @Option(names = "--weight", paramLabel = "PERCENT", description = "The weight for set and queue, 0 to 100.")
    @Nullable Integer weight;

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Target environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why; recorded in the journal.")
    String reason = "";

    @Mixin
    Confirmation confirmation = new Confirmation();

    CanaryCommand(Services services) {
        super(services);
    }

    @Override
    ExitCode run(Output output) throws Exception {
        Move wanted = wanted();
        Optional<Weight> to = weight(wanted);
        known().environment(environment).components(environment, components);
        try (Console console = services.open(files())) {
            console.journal().refusal().ifPresent(failure -> {
                throw new FailureException(failure);
            });
            Deployment run = console.journal().history().active(environment)
                    .orElseThrow(() -> new FailureException(new Failure.Missing(
                    "No run holds " + environment, "canaries are moved only while their run goes on.",
                    "Start one, or see mailyctl status.")));
            return move(console, run, new Commands.Group(components), wanted, to, output);
        }
    }

    private ExitCode move(Console console, Deployment run, Commands.Group group, Move wanted, Optional<Weight> to, Output output)
            throws InterruptedException {
        CanaryOutcomes outcomes = new CanaryOutcomes(console, run.id(), wanted, group.components());
        switch (confirmation.before(console, run.plan().environment(), actor(),
                commands -> commands.move(run.id(), group, wanted, to, reason, actor()))) {
            case Commands.Answer.Accepted _ -> { }
            case Commands.Answer.Refused refused -> throw new FailureException(refused.why());
        }
        List<CanaryOutcomes.Outcome> reached = outcomes.await();
        reached.forEach(one -> output.say(one.component() + ": " + one.said()));
        boolean all = reached.stream().allMatch(CanaryOutcomes.Outcome::carriedOut);
        ExitCode code = all ? ExitCode.DONE : ExitCode.FAILED;
        output.result(Map.of("ok", all, "exit", code.number(), "deployment", run.id(), "move", wanted.verb(),
                "components", reached));
        return code;
    }

    private Move wanted() {
        for (Move each : Move.values()) {
            if (each.verb().equals(move)) {
                return each;
            }
        }
        throw new UsageException("There is no move '" + move + "'", "there are promote, pause, resume, abort, set and queue.",
                "Choose one of them.");
    }

    private Optional<Weight> weight(Move wanted) {
        boolean needed = wanted == Move.SET || wanted == Move.QUEUE;
        if (needed != (weight != null)) {
            throw new UsageException(needed ? "A weight is missing" : "A weight means nothing to " + wanted.verb(),
                    needed ? wanted.verb() + " needs to know which." : "only set and queue take one.",
                    needed ? "Add --weight." : "Leave --weight out.");
        }
        if (weight != null && (weight < 0 || weight > 100)) {
            throw new UsageException("A weight of " + weight + " is none", "it lies between 0 and 100.", "Correct --weight.");
        }
        return Optional.ofNullable(weight).map(Weight::ofPercent);
    }
}
