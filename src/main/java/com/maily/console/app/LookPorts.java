package com.maily.console.app;

import com.maily.console.core.model.Environment;
import com.maily.console.core.port.HealthChecks;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.LogSearch;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.traces.TraceLinks;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What of one environment is only looked at: its health endpoints, its logs and where its traces are shown. */
record LookPorts(Optional<HealthPorts> endpoints, Optional<Opened<LogPorts>> search, Optional<Opened<TraceLinks>> traces)
        implements AutoCloseable {

    static final String LOGS = "logs";
    static final String TRACES = "traces";

    static LookPorts open(Environment environment, Time time) {
        return new LookPorts(Optional.of(environment.health()).filter(checks -> !checks.isEmpty())
                .map(checks -> HealthPorts.open(checks, time)),
                settings(environment, LOGS).map(settings -> Opened.of("Logs", () -> LogPorts.open(settings, time))),
                settings(environment, TRACES).map(settings -> Opened.of("Traces", () -> new TraceLinks(settings))));
    }

    private static Optional<Map<String, String>> settings(Environment environment, String key) {
        return Optional.of(environment.connection(key)).filter(settings -> !settings.isEmpty());
    }

    Optional<HealthChecks> health() {
        return endpoints.map(HealthPorts::polls);
    }

    Optional<LogSearch> logs() {
        return search.map(opened -> opened.orThrow().logs());
    }

    /** None where the templates can't be used; the workspace file is refused before it comes to that. */
    Stream<Links> links() {
        return traces.stream().flatMap(opened -> opened.known(Stream::<Links>of, Stream.<Links>of()));
    }

    Stream<SourceState> sources() {
        return Stream.of(endpoints.map(ports -> ports.connection().state()).stream(),
                search.map(opened -> opened.state(ports -> ports.connection().state())).stream()).flatMap(each -> each);
    }

    @Override
    public void close() {
        endpoints.ifPresent(HealthPorts::close);
        search.ifPresent(opened -> opened.ifReady(LogPorts::close));
    }
}
