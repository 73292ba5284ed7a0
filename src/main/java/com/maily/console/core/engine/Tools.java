package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tools that are told of runs, by environment. An environment's are opened when the first run concerns it. One thread. */
final class Tools {

    private final Workspace workspace;
    private final Journal journal;
    private final Time time;
    private final Function<String, Platforms> platforms;
    private final Map<String, List<Tool>> opened = new LinkedHashMap<>();

    Tools(Workspace workspace, Journal journal, Time time, Function<String, Platforms> platforms) {
        this.workspace = workspace;
        this.journal = journal;
        this.time = time;
        this.platforms = platforms;
    }

    /** Everything that is to be kept as the journal says. @return those opened by this call */
    List<Tool> open() {
        List<Tool> fresh = new ArrayList<>();
        History history = journal.history();
        Instant now = time.instant();
        for (Environment environment : workspace.environments()) {
            String name = environment.name();
            if (!opened.containsKey(name) && history.deployments().stream()
                    .anyMatch(run -> Tool.matters(run, now) && concerns(run, name))) {
                fresh.addAll(opened(environment));
            }
        }
        return fresh;
    }

    /** Lets every tool be told, one after the other. */
    void pass() {
        open();
        opened.values().stream().flatMap(List::stream).forEach(Tool::pass);
    }

    private static boolean concerns(Deployment run, String environment) {
        return Locks.environments(run.plan()).contains(environment);
    }

    private List<Tool> opened(Environment environment) {
        String name = environment.name();
        try {
            Platforms ports = platforms.apply(name);
            List<Tool> tools = new ArrayList<>();
            ports.mutes().forEach(mutes -> tools.add(new MutingTool(name, environment.muteAlerts(), mutes, journal, time)));
            ports.announcers().forEach(announcer -> tools.add(new AnnouncingTool(name, announcer, journal, time)));
            opened.put(name, tools);
            return tools;
        } catch (FailureException unopened) {
            return List.of(); // Its lamp says why; it is opened again with the next look.
        }
    }
}
