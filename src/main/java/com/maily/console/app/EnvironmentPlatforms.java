package com.maily.console.app;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Alerts;
import com.maily.console.core.port.Announcer;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.HealthChecks;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.LogSearch;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.MonitorSetUp;
import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.Notifier;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.ServiceLevels;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.TrafficRouter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The ports of one environment, from the connections its workspace entry names. A platform is opened when the environment names
 * it.
 */
final class EnvironmentPlatforms implements Platforms, AutoCloseable {

    static final String KUBERNETES = "kubernetes";
    static final String VERCEL = "vercel";
    static final String PROMETHEUS = "prometheus";
    static final String NEW_RELIC = "newrelic";
    static final String CLOUD_WATCH = "cloudwatch";
    static final String DATADOG = "datadog";
    static final String AWS = "aws";
    static final String WEBHOOK = "webhook";
    static final String ARGO_CD = "argocd";
    static final String ALERTMANAGER = "alertmanager";
    static final String GRAFANA = "grafana";

    private final Environment environment;
    /** What only measures, by connection. */
    private final Map<String, Opened<MetricPorts>> measuring = new LinkedHashMap<>();
    private final Optional<Opened<KubernetesPorts>> kubernetes;
    private final Optional<Opened<VercelPorts>> vercel;
    private final Optional<Opened<DatadogPorts>> datadog;
    private final Optional<Opened<AwsPorts>> aws;
    private final Optional<Opened<WebhookPorts>> webhook;
    private final Optional<Opened<ArgoCdPorts>> argoCd;
    private final Optional<Opened<AlertmanagerPorts>> alertmanager;
    private final Optional<Opened<GrafanaPorts>> grafana;
    private final LookPorts look;

    private EnvironmentPlatforms(Environment environment, Time time, String identity) {
        this.environment = environment;
        this.kubernetes = settings(KUBERNETES).map(settings -> Opened.of("Kubernetes", () -> KubernetesPorts.open(settings, time,
                environment.name(), identity)));
        this.vercel = settings(VERCEL).map(settings -> Opened.of("Vercel", () -> VercelPorts.open(settings, time)));
        settings(PROMETHEUS).ifPresent(settings -> measuring.put(PROMETHEUS,
                Opened.of(MetricPorts.PROMETHEUS, () -> MetricPorts.prometheus(settings, time))));
        settings(NEW_RELIC).ifPresent(settings -> measuring.put(NEW_RELIC,
                Opened.of(MetricPorts.NEW_RELIC, () -> MetricPorts.newRelic(settings, time))));
        settings(CLOUD_WATCH).ifPresent(settings -> measuring.put(CLOUD_WATCH,
                Opened.of(MetricPorts.CLOUD_WATCH, () -> MetricPorts.cloudWatch(settings, time))));
        this.datadog = settings(DATADOG)
                .map(settings -> Opened.of(DatadogPorts.NAME, () -> DatadogPorts.open(settings, environment.name(), time)));
        this.aws = settings(AWS).map(settings -> Opened.of("AWS", () -> AwsPorts.open(settings, time)));
        String namespace = environment.connection(KUBERNETES).getOrDefault("namespace", "");
        this.argoCd = settings(ARGO_CD).map(settings -> Opened.of("Argo CD", () -> ArgoCdPorts.open(settings, namespace, time)));
        this.alertmanager = settings(ALERTMANAGER).map(settings -> Opened.of(AlertmanagerPorts.NAME,
                () -> AlertmanagerPorts.open(settings, environment.name(), time)));
        this.grafana = settings(GRAFANA).map(settings -> Opened.of(GrafanaPorts.NAME, () -> GrafanaPorts.open(settings, time)));
        this.webhook = settings(WEBHOOK).map(settings -> Opened.of("Webhook", () -> WebhookPorts.open(settings, time)));
        this.look = LookPorts.open(environment, time);
    }

    /**
     * Contacts nobody yet. A platform whose entry can't be used is there with its failure: its lamp and whoever asks it tell why.
     *
     * @param identity what the environment's lock calls this console
     */
    static EnvironmentPlatforms open(Environment environment, Time time, String identity) {
        return new EnvironmentPlatforms(environment, time, identity);
    }

    private Optional<Map<String, String>> settings(String platform) {
        return Optional.of(environment.connection(platform)).filter(settings -> !settings.isEmpty());
    }

    @Override
    public Deployer deployer(Component component) {
        return switch (component.platform()) {
            case KUBERNETES -> require(kubernetes, KUBERNETES).deployer();
            case VERCEL -> require(vercel, VERCEL).deployer();
            default -> throw missing(component.platform());
        };
    }

    @Override
    public TrafficRouter router(Component component) {
        String kind = component.routing().kind();
        if (kind.equals(Routing.ROLLING_RELEASE)) {
            return require(vercel, VERCEL).router();
        }
        if (kind.equals(Routing.ALB_RULE)) {
            return require(aws, AWS).router();
        }
        if (!component.routing().canSplit() || !Routing.KINDS.contains(kind)) {
            throw new FailureException(new Failure.Missing(component.name() + " has no router",
                    "its routing in the workspace file is '" + kind + "'.", "Give it a routing to split its traffic."));
        }
        return require(kubernetes, KUBERNETES).router(kind);
    }

    @Override
    public MetricSource metrics(String source) {
        return source.equals(DATADOG) ? require(datadog, DATADOG).source()
                : require(Optional.ofNullable(measuring.get(source)), source).source();
    }

    @Override
    public JobRunner jobs() {
        return require(kubernetes, KUBERNETES).jobs();
    }

    @Override
    public Optional<Manifests> manifests(String platform) {
        return platform.equals(KUBERNETES) ? kubernetes.map(opened -> opened.orThrow().manifests()) : Optional.empty();
    }

    @Override
    public Optional<Facts> facts(Component component) {
        return component.platform().equals(KUBERNETES) ? kubernetes.map(opened -> opened.orThrow().facts()) : Optional.empty();
    }

    @Override
    public List<Inspector> inspectors() {
        List<Inspector> inspectors = new ArrayList<>();
        kubernetes.ifPresent(opened -> inspectors.add(inspector(opened, ports -> ports.inspector())));
        vercel.ifPresent(opened -> inspectors.add(inspector(opened, ports -> ports.inspector())));
        aws.ifPresent(opened -> inspectors.add(inspector(opened, ports -> ports.inspector())));
        argoCd.ifPresent(opened -> inspectors.add(inspector(opened, ports -> ports.inspector())));
        measuring.values().forEach(opened -> inspectors.add(inspector(opened, ports -> ports.inspector())));
        datadog.ifPresent(opened -> inspectors.add(inspector(opened, ports -> ports.inspector())));
        ready(alertmanager).map(AlertmanagerPorts::inspector).forEach(inspectors::add);
        ready(grafana).map(GrafanaPorts::inspector).forEach(inspectors::add);
        return inspectors;
    }

    @Override
    public Optional<Notifier> notifier() {
        return webhook.map(opened -> message -> opened.orThrow().notifier().send(message));
    }

    @Override
    public Optional<Pods> pods() {
        return kubernetes.filter(opened -> opened instanceof Opened.Ready).map(opened -> opened.orThrow().pods());
    }

    /** Vercel does not tell what a token may do. */
    @Override
    public Rights rights() {
        Rights cluster = kubernetes.map(opened -> opened.known(KubernetesPorts::rights, Rights.UNTOLD)).orElse(Rights.UNTOLD);
        return Rights.each(component -> component.platform().equals(KUBERNETES) ? cluster : Rights.UNTOLD, cluster);
    }

    /** One cluster keeps it, also for what lives elsewhere. */
    @Override
    public Optional<EnvironmentLock> lock() {
        return kubernetes.flatMap(opened -> opened.orThrow().lock());
    }

    @Override
    public Optional<GitOps> gitOps() {
        return argoCd.map(opened -> opened.orThrow().gitOps());
    }

    @Override
    public List<Alerts> alerts() {
        return Stream.concat(
                alertmanager.stream().<Alerts>map(opened -> new OpenedAlerts<>(AlertmanagerPorts.NAME, opened, AlertmanagerPorts::alerts)),
                datadog.stream().<Alerts>map(opened -> new OpenedAlerts<>(DatadogPorts.NAME, opened, DatadogPorts::alerts))).toList();
    }

    @Override
    public List<Mutes> mutes() {
        return Stream.concat(ready(alertmanager).map(AlertmanagerPorts::mutes), ready(datadog).map(DatadogPorts::mutes)).toList();
    }

    @Override
    public List<Announcer> announcers() {
        return Stream.concat(ready(grafana).map(GrafanaPorts::announcer), ready(datadog).map(DatadogPorts::announcer)).toList();
    }

    @Override
    public List<MonitorSetUp> monitorSetUps() {
        return datadog.map(opened -> opened.orThrow().setUp()).stream().toList();
    }

    @Override
    public List<ServiceLevels> serviceLevels() {
        return datadog.map(opened -> opened.orThrow().serviceLevels()).stream().toList();
    }

    @Override
    public Optional<HealthChecks> health() {
        return look.health();
    }

    @Override
    public Optional<LogSearch> logs() {
        return look.logs();
    }

    @Override
    public List<Links> links() {
        return Stream.concat(ready(grafana).map(GrafanaPorts::links), look.links()).toList();
    }

    private static <T> Stream<T> ready(Optional<Opened<T>> opened) {
        return opened.stream().flatMap(one -> one.known(Stream::of, Stream.empty()));
    }

    @Override
    public List<SourceState> sources() {
        List<SourceState> states = new ArrayList<>();
        kubernetes.ifPresent(opened -> states.add(opened.state(KubernetesPorts::state)));
        kubernetes.ifPresent(opened -> opened.ifReady(ports -> ports.pods().lagging().ifPresent(states::add)));
        argoCd.ifPresent(opened -> states.add(opened.state(ports -> ports.connection().state())));
        vercel.ifPresent(opened -> states.add(opened.state(ports -> ports.connection().state())));
        measuring.values().forEach(opened -> states.add(opened.state(MetricPorts::state)));
        datadog.ifPresent(opened -> states.add(opened.state(ports -> ports.connection().state())));
        aws.ifPresent(opened -> states.add(opened.state(ports -> ports.connection().state())));
        alertmanager.ifPresent(opened -> states.add(opened.state(ports -> ports.connection().state())));
        grafana.ifPresent(opened -> states.add(opened.state(ports -> ports.connection().state())));
        webhook.ifPresent(opened -> states.add(opened.state(ports -> ports.connection().state())));
        look.sources().forEach(states::add);
        return states;
    }

    /** One that could not be opened is found out when it is asked, so that the inspection says why. */
    private static <T> Inspector inspector(Opened<T> opened, Function<T, Inspector> of) {
        return (inspection, components) -> of.apply(opened.orThrow()).inspect(inspection, components);
    }

    private <T> T require(Optional<Opened<T>> opened, String platform) {
        return opened.orElseThrow(() -> missing(platform)).orThrow();
    }

    private FailureException missing(String platform) {
        return new FailureException(new Failure.Missing("The environment " + environment.name()
                + " has no connection to " + platform,
                "its entry in the workspace file names " + String.join(", ", environment.connections().keySet()) + ".",
                "Add connections." + platform + " there."));
    }

    @Override
    public void close() {
        kubernetes.ifPresent(opened -> opened.ifReady(KubernetesPorts::close));
        vercel.ifPresent(opened -> opened.ifReady(VercelPorts::close));
        measuring.values().forEach(opened -> opened.ifReady(MetricPorts::close));
        datadog.ifPresent(opened -> opened.ifReady(DatadogPorts::close));
        aws.ifPresent(opened -> opened.ifReady(AwsPorts::close));
        argoCd.ifPresent(opened -> opened.ifReady(ArgoCdPorts::close));
        alertmanager.ifPresent(opened -> opened.ifReady(AlertmanagerPorts::close));
        grafana.ifPresent(opened -> opened.ifReady(GrafanaPorts::close));
        webhook.ifPresent(opened -> opened.ifReady(WebhookPorts::close));
        look.close();
    }
}
