package com.maily.console.core.engine;

import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Time;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The service layer put together. Runs that were not over when the console last stopped go on as soon as it is made, unless it
 * is only for reading. Owns the journal and its driver, not what the platforms hold.
 */
public final class ConsoleServices implements Console {

    private final Workspace workspace;
    private final Journal journal;
    private final Time time;
    private final Function<Environment, Platforms> connect;
    private final Map<String, Platforms> connected = new ConcurrentHashMap<>();
    private final Driver driver;
    private final ConsoleCommands commands;
    private Optional<HoldKeeper> keeper = Optional.empty();
    private Optional<ToolKeeper> tools = Optional.empty();

    private ConsoleServices(Workspace workspace, Journal journal, Time time, Function<Environment, Platforms> connect,
            Driver driver) {
        this.workspace = workspace;
        this.journal = journal;
        this.time = time;
        this.connect = connect;
        this.driver = driver;
        this.commands = new ConsoleCommands(new Previews(workspace, journal, time, this::platforms, driver.looks()),
                new Locks(this::platforms, time), driver);
    }

    /**
     * Runs in the environments' own time, each run on a thread of its own. @param connect opens an environment's ports, once
     * each
     */
    public static ConsoleServices live(Workspace workspace, Journal journal, Time time,
            Function<Environment, Platforms> connect) {
        ConsoleServices services = new ConsoleServices(workspace, journal, time, connect, new LiveDriver(time));
        services.commands.recover();
        services.keeper = Optional.of(HoldKeeper.start(services));
        services.tools = Optional.of(ToolKeeper.start(services));
        return services;
    }

    /** Looks and previews only: carries nothing on and takes no commands. */
    public static ConsoleServices reading(Workspace workspace, Journal journal, Time time,
            Function<Environment, Platforms> connect) {
        ConsoleServices services = new ConsoleServices(workspace, journal, time, connect, new LiveDriver(time));
        services.commands.onlyRead();
        return services;
    }

    /** Runs when {@code driver} is told to play; everything on the calling thread. */
    public static ConsoleServices simulated(Workspace workspace, Journal journal, Time time,
            Function<Environment, Platforms> connect,
                                            SimulatedDriver driver) {
        ConsoleServices services = new ConsoleServices(workspace, journal, time, connect, driver);
        driver.afterTurns(new Tools(workspace, journal, time, services::platforms)::pass);
        services.commands.recover();
        return services;
    }

    @Override
    public Workspace workspace() {
        return workspace;
    }

    @Override
    public Commands commands() {
        return commands;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Platforms platforms(String environment) {
        Environment place = workspace.environment(environment).orElseThrow(() -> new FailureException(new Failure.Missing(
                "There is no environment " + environment, "The workspace names "
                + Words.list(workspace.environments().stream().map(Environment::name).toList()) + ".", "Choose one of them.")));
        return connected.computeIfAbsent(environment, _ -> guarded(place, connect.apply(place)));
    }

    /** Whoever asks for ports gets them from here, so that there is no way around it. */
    private static Platforms guarded(Environment place, Platforms ports) {
        return place.readOnly() ? GuardedPlatforms.readOnly(ports, _ -> Guards.readOnly(place.name())) : ports;
    }

    @Override
    public Time time() {
        return time;
    }

    /** Stops giving turns, waits a moment for what is on its way, and closes the journal. The runs go on with the next start. */
    @Override
    public void close() {
        keeper.ifPresent(HoldKeeper::close);
        driver.close();
        tools.ifPresent(ToolKeeper::close);
        journal.close();
    }
}
