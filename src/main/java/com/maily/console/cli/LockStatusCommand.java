package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.LockHolder;
import com.maily.console.core.port.LockState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who holds an environment now, read from where the lock is kept. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Shows who holds the environment, why and until when.")
final class LockStatusCommand extends Common {

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Which environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    LockStatusCommand(Services services) {
        super(services);
    }

    /**
     * @param until when the lease is over unless it is renewed, counted from now: one look cannot tell when it was renewed last
     */
    record Report(boolean ok, String environment, boolean lockable, boolean held, @Nullable String owner, @Nullable String reason,
                  @Nullable String identity, @Nullable String console, @Nullable String deployment, @Nullable Instant since,
                  @Nullable Instant until, long transitions) { }

    @Override
    ExitCode run(Output output) {
        known().environment(environment);
        try (Console console = services.openReadOnly(files())) {
            Optional<LockState> state = console.platforms(environment).lock().map(EnvironmentLock::observe);
            output.say(environment + ": " + state.map(LockState::sentence).orElse(
                    "Nothing here can keep a lock, so two consoles are not kept apart."));
            output.result(report(state));
            return ExitCode.DONE;
        }
    }

    private Report report(Optional<LockState> state) {
        Optional<LockHolder> holder = state.flatMap(LockState::holder);
        return new Report(true, environment, state.isPresent(), holder.isPresent(), holder.map(LockHolder::owner).orElse(null),
                holder.map(one -> one.claim().reason()).orElse(null), holder.map(LockHolder::identity).orElse(null),
                holder.map(one -> one.claim().console()).orElse(null), holder.map(one -> one.claim().deployment()).orElse(null),
                holder.map(LockHolder::since).orElse(null), holder.flatMap(_ -> state).map(LockState::until).orElse(null),
                state.map(LockState::transitions).orElse(0L));
    }
}
