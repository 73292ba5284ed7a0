package com.maily.console.app;

import com.maily.console.cli.ExitCode;
import com.maily.console.core.model.FailureException;
import com.maily.console.desktop.app.Desk;
import com.maily.console.platforms.exposition.MetricsPage;
import com.maily.console.platforms.exposition.OwnMetrics;
import com.maily.console.sandbox.world.Scenario;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the desktop: on a workspace file, or on Maily in a box when there is none. */
@Command(name = "maily-console", mixinStandardHelpOptions = true, version = "maily-console 0.1.0",
        description = "The deployment console. Without a workspace file it opens Maily in a box.")
public final class Main implements Callable<Integer> {

    /** JavaFX warns that it runs from the class path, which is how this program is meant to run. Kept: a logger that nobody holds forgets its level. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    @Option(names = "--workspace", paramLabel = "FILE", description = "The workspace file (default: $MAILY_WORKSPACE, then ./maily.yaml, then a sandbox).")
    private @Nullable Path workspace;

    @Option(names = "--journal", paramLabel = "FILE", description = "The journal (default: $MAILY_JOURNAL, then the user's data folder).")
    private @Nullable Path journal;

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description = "Which environment to show first (default: ${DEFAULT-VALUE}).")
    private String environment = "";

    @Option(names = "--light", description = "Start in the light theme.")
    private boolean light;

    @Option(names = "--sandbox", paramLabel = "SCENARIO", description = "Open Maily in a box with this scenario, whatever workspace file there is.")
    private @Nullable String sandbox;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "77", description = "The sandbox's seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--rate", paramLabel = "N", description = "How fast the sandbox's clock runs against the wall's (default: 12 with a display, 60 without).")
    private @Nullable Double rate;

    @Option(names = "--metrics-port", paramLabel = "PORT", description = "Serve the console's own metrics on this port of the loopback interface.")
    private @Nullable Integer metricsPort;

    public static void main(String[] arguments) {
        JAVAFX.setLevel(Level.SEVERE);
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try {
            return run().number();
        } catch (FailureException e) {
            System.err.println("maily-console: " + e.failure().sentence());
            return ExitCode.REFUSED.number();
        }
    }

    private ExitCode run() throws Exception {
        boolean display = Display.isThere();
        Optional<Path> file = sandbox == null ? Optional.ofNullable(workspace).or(Places::workspace) : Optional.empty();
        if (file.isPresent()) {
            return display ? open(() -> new Session.Real(file.get(), Optional.ofNullable(journal))) : noDisplay();
        }
        String scenario = sandbox == null ? Scenario.CANARY_REGRESSION.key() : sandbox.toLowerCase(Locale.ROOT);
        double speed = rate != null ? rate : display ? 12 : 60;
        return display ? open(() -> new Session.Boxed(scenario, seed, speed)) : new Demo(scenario, seed, speed).play();
    }

    private ExitCode open(Supplier<Session> making) throws Exception {
        try (Desk.Opening opening = Desk.begin(); Session session = making.get(); OwnMetrics metrics = OwnMetrics.of(session.console().journal());
             AutoCloseable _ = metricsPort == null ? () -> { } : MetricsPage.open(metrics, metricsPort);
             Desk desk = opening.open(session.console(), environment, !light)) {
            session.begin();
            desk.awaitClosed();
            return ExitCode.DONE;
        }
    }

    private static ExitCode noDisplay() {
        System.err.println("maily-console: There is no display, so the console can't open a window. Use mailyctl with the same workspace file.");
        return ExitCode.REFUSED;
    }
}
