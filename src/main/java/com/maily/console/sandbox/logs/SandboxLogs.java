package com.maily.console.sandbox.logs;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Region;
import com.maily.console.core.port.LogSearch;
import java.util.List;
import java.util.Optional;

/** The logs of one environment as a port, without a wire between. */
public final class SandboxLogs implements LogSearch {

    private final LogWorld world;
    private final String environment;

    public SandboxLogs(LogWorld world, String environment) {
        this.world = world;
        this.environment = environment;
    }

    @Override
    public String system() {
        return "OpenSearch";
    }

    @Override
    public Hits search(Query query) {
        if (query.skip() + query.most() > DEEPEST) {
            throw new FailureException(new Failure.Rejected("The search cannot be read on that far",
                    "Only the newest " + DEEPEST + " lines of a search can be given.", "Choose a shorter time, or more words."));
        }
        Words words = Words.of(query.text());
        List<LogEvent> found = world.between(environment, Region.baseOf(query.component()), query.from(), query.to()).stream()
                .filter(line -> words.in(line.message())).toList();
        return new Hits(found.stream().skip(query.skip()).limit(query.most()).map(SandboxLogs::hit).toList(),
                Math.min(found.size(), DEEPEST), found.size() <= DEEPEST, Optional.empty(), List.of());
    }

    private static Hit hit(LogEvent line) {
        return new Hit(line.at(), line.level(), line.service(), line.message(),
                Optional.of(line.trace()).filter(trace -> !trace.isEmpty()));
    }
}
