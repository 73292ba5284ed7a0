package com.maily.console.app;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.RegionalPlatforms;
import com.maily.console.core.port.Time;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A console with the platforms it has opened, so that closing it closes them too, after the engine has stopped asking. */
final class OpenConsole implements Console {

    private final List<EnvironmentPlatforms> opened = new CopyOnWriteArrayList<>();
    private final Console services;

    /** @param identity what the locks of environments call this console */
    OpenConsole(Time time, String identity, Function<Function<Environment, Platforms>, Console> make) {
        this.services = make.apply(environment -> environment.regions().isEmpty() ? open(environment, time, identity)
                : new RegionalPlatforms(environment, (part, _) -> open(part, time, identity)));
    }

    private Platforms open(Environment environment, Time time, String identity) {
        EnvironmentPlatforms platforms = EnvironmentPlatforms.open(environment, time, identity);
        opened.add(platforms);
        return platforms;
    }

    @Override
    public Workspace workspace() {
        return services.workspace();
    }

    @Override
    public Commands commands() {
        return services.commands();
    }

    @Override
    public Journal journal() {
        return services.journal();
    }

    @Override
    public Platforms platforms(String environment) {
        return services.platforms(environment);
    }

    @Override
    public Time time() {
        return services.time();
    }

    @Override
    public void close() {
        services.close();
        opened.forEach(EnvironmentPlatforms::close);
    }
}
