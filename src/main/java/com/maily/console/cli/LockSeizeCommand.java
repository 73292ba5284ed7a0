package com.maily.console.cli;

import com.maily.console.core.engine.Commands.Answer;
import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.LockHolder;
import com.maily.console.core.port.LockState;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes an environment from whoever holds it, on record. */
abstract class LockSeizeCommand extends Common {

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration QUICKEST_LOOK = Duration.ofMillis(50);

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Which environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; whoever holds it will read it.")
    String reason = "";

    LockSeizeCommand(Services services) {
        super(services);
    }

    /** From a holder that does not renew it any more. */
    @Command(name = "take-over", mixinStandardHelpOptions = true, description =
            "Watches whether the holder still renews the lock, and takes it over when they do not.")
    static final class TakeOver extends LockSeizeCommand {
        TakeOver(Services services) {
            super(services);
        }

        @Override
        Answer seize(Console console, LockState seen, Output output) throws InterruptedException {
            watch(console, seen, output);
            return console.commands().takeOverLock(environment, reason, actor());
        }

        /** Nobody's clock is trusted, so a lease is watched to its end before it counts as given up. */
        private void watch(Console console, LockState first, Output output) throws InterruptedException {
            EnvironmentLock lock = lock(console);
            output.say("Held by " + first.holder().map(LockHolder::owner).orElse("nobody")
                    + "; mailyctl watches for one lease, until "
                    + Text.clock(first.until()) + ", whether it is still renewed.");
            Duration pause = console.time().onTheWall(LOOK);
            LockState seen = first;
            while (!seen.expired() && seen.until().equals(first.until())) {
                Thread.sleep(pause.compareTo(QUICKEST_LOOK) < 0 ? QUICKEST_LOOK : pause);
                seen = lock.observe();
            }
        }
    }

    /** From a holder that still renews it. */
    @Command(name = "break", mixinStandardHelpOptions = true, description =
            "Takes the lock by force; the run of whoever holds it stops writing at once.")
    static final class Break extends LockSeizeCommand {
        Break(Services services) {
            super(services);
        }

        @Override
        Answer seize(Console console, LockState seen, Output output) {
            return console.commands().breakLock(environment, reason, actor());
        }
    }

    abstract Answer seize(Console console, LockState seen, Output output) throws InterruptedException;

    @Override
    ExitCode run(Output output) throws InterruptedException {
        known().environment(environment);
        if (reason.isBlank()) {
            throw new UsageException("--reason is empty", "whoever holds the lock will read it.", "Say why.");
        }
        try (Console console = services.open(files())) {
            LockState seen = lock(console).observe();
            Answer answer = seen.holder().isEmpty() ? nobody(seen) : seize(console, seen, output);
            return switch (answer) {
                case Answer.Refused refused -> throw new FailureException(refused.why());
                case Answer.Accepted accepted -> done(seen.holder().map(LockHolder::owner).orElse(""),
                        accepted.deployment(), output);
            };
        }
    }

    private ExitCode done(String previous, String deployment, Output output) {
        output.say("The lock of " + environment + " is not " + previous
                + "'s any more. It is on record, and their run stops writing.");
        output.result(Map.of("ok", true, "exit", ExitCode.DONE.number(), "environment", environment, "previousOwner", previous,
                "recordedIn", deployment));
        return ExitCode.DONE;
    }

    private static Answer nobody(LockState seen) {
        return new Answer.Refused(new Failure.Rejected("There is nobody to take the lock from", seen.sentence(),
                "Go on without."));
    }

    EnvironmentLock lock(Console console) {
        return console.platforms(environment).lock().orElseThrow(() -> new FailureException(new Failure.Missing(
                "The environment " + environment + " has no lock", "nothing in it can keep one.", "Go on without.")));
    }
}
