package com.maily.console.app;

import com.maily.console.core.model.Environment;
import com.maily.console.core.port.Alerts;
import com.maily.console.core.port.Announcer;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.MonitorSetUp;
import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.ServiceLevels;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What watches one environment and calls people: Alertmanager, Grafana and Datadog. */
record WatchPorts(Optional<Opened<AlertmanagerPorts>> alertmanager, Optional<Opened<GrafanaPorts>> grafana,
                  Optional<Opened<DatadogPorts>> datadog) implements AutoCloseable {

    static final String ALERTMANAGER = "alertmanager";
    static final String GRAFANA = "grafana";
    static final String DATADOG = "datadog";

    static WatchPorts open(Environment environment, Time time) {
        return new WatchPorts(
                settings(environment, ALERTMANAGER).map(settings -> Opened.of(AlertmanagerPorts.NAME,
                        () -> AlertmanagerPorts.open(settings, environment.name(), time))),
                settings(environment, GRAFANA).map(settings -> Opened.of(GrafanaPorts.NAME, () -> GrafanaPorts.open(settings, time))),
                settings(environment, DATADOG).map(settings -> Opened.of(DatadogPorts.NAME,
                        () -> DatadogPorts.open(settings, environment.name(), time))));
    }

    private static Optional<Map<String, String>> settings(Environment environment, String key) {
        return Optional.of(environment.connection(key)).filter(settings -> !settings.isEmpty());
    }

    private static <T> Stream<T> ready(Optional<Opened<T>> opened) {
        return opened.stream().flatMap(one -> one.known(Stream::of, Stream.empty()));
    }

    /** Also of a system that could not be opened: it is there to say why. */
    List<Alerts> alerts() {
        return Stream.concat(
                alertmanager.stream().<Alerts>map(opened -> new OpenedAlerts<>(AlertmanagerPorts.NAME, opened, AlertmanagerPorts::alerts)),
                datadog.stream().<Alerts>map(opened -> new OpenedAlerts<>(DatadogPorts.NAME, opened, DatadogPorts::alerts))).toList();
    }

    List<Mutes> mutes() {
        return Stream.concat(ready(alertmanager).map(AlertmanagerPorts::mutes), ready(datadog).map(DatadogPorts::mutes)).toList();
    }

    List<Announcer> announcers() {
        return Stream.concat(ready(grafana).map(GrafanaPorts::announcer), ready(datadog).map(DatadogPorts::announcer)).toList();
    }

    List<MonitorSetUp> monitorSetUps() {
        return datadog.map(opened -> opened.orThrow().setUp()).stream().toList();
    }

    List<ServiceLevels> serviceLevels() {
        return datadog.map(opened -> opened.orThrow().serviceLevels()).stream().toList();
    }

    Stream<Links> links() {
        return ready(grafana).map(GrafanaPorts::links);
    }

    /** Datadog measures too, so that a plan may need it; what only watches is no reason to hold one. */
    Stream<Inspector> inspectors() {
        return Stream.of(datadog.stream().map(opened -> EnvironmentPlatforms.inspector(opened, DatadogPorts::inspector)),
                ready(alertmanager).map(AlertmanagerPorts::inspector), ready(grafana).map(GrafanaPorts::inspector)).flatMap(each -> each);
    }

    Stream<SourceState> sources() {
        return Stream.of(datadog.stream().map(opened -> opened.state(ports -> ports.connection().state())),
                alertmanager.stream().map(opened -> opened.state(ports -> ports.connection().state())),
                grafana.stream().map(opened -> opened.state(ports -> ports.connection().state()))).flatMap(each -> each);
    }

    @Override
    public void close() {
        alertmanager.ifPresent(opened -> opened.ifReady(AlertmanagerPorts::close));
        grafana.ifPresent(opened -> opened.ifReady(GrafanaPorts::close));
        datadog.ifPresent(opened -> opened.ifReady(DatadogPorts::close));
    }
}
