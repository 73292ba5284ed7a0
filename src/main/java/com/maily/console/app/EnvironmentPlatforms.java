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
    static final String AWS = "aws";
    static final String WEBHOOK = "webhook";
    static final String ARGO_CD = "argocd";

    private final Environment environment;
    /** What only measures, by connection. */
    private final Map<String, Opened<MetricPorts>> measuring;
    private final Optional<Opened<KubernetesPorts>> kubernetes;
    private final Optional<Opened<VercelPorts>> vercel;
    private final Optional<Opened<AwsPorts>> aws;
    private final Optional<Opened<WebhookPorts>> webhook;
    private final Optional<Opened<ArgoCdPorts>> argoCd;
    private final WatchPorts watch;
    private final LookPorts look;

    private EnvironmentPlatforms(Environment environment, Time time, String identity) {
        this.environment = environment;
        this.kubernetes = settings(KUBERNETES).map(settings -> Opened.of("Kubernetes", () -> KubernetesPorts.open(settings, time,
                environment.name(), identity)));
        this.vercel = settings(VERCEL).map(settings -> Opened.of("Vercel", () -> VercelPorts.open(settings, time)));
        this.measuring = MetricPorts.open(environment, time);
        this.aws = settings(AWS).map(settings -> Opened.of("AWS", () -> AwsPorts.open(settings, time)));
        String namespace = environment.connection(KUBERNETES).getOrDefault("namespace", "");
        this.argoCd = settings(ARGO_CD).map(settings -> Opened.of("Argo CD", () -> ArgoCdPorts.open(settings, namespace, time)));
        this.webhook = settings(WEBHOOK).map(settings -> Opened.of("Webhook", () -> WebhookPorts.open(settings, time)));
        this.watch = WatchPorts.open(environment, time);
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
        return source.equals(WatchPorts.DATADOG) ? require(watch.datadog(), source).source()
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
        watch.inspectors().forEach(inspectors::add);
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
        return watch.alerts();
    }

    @Override
    public List<Mutes> mutes() {
        return watch.mutes();
    }

    @Override
    public List<Announcer> announcers() {
        return watch.announcers();
    }

    @Override
    public List<MonitorSetUp> monitorSetUps() {
        return watch.monitorSetUps();
    }

    @Override
    public List<ServiceLevels> serviceLevels() {
        return watch.serviceLevels();
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
        return Stream.concat(watch.links(), look.links()).toList();
    }

    @Override
    public List<SourceState> sources() {
        List<SourceState> states = new ArrayList<>();
        kubernetes.ifPresent(opened -> states.add(opened.state(KubernetesPorts::state)));
        kubernetes.ifPresent(opened -> opened.ifReady(ports -> ports.pods().lagging().ifPresent(states::add)));
        argoCd.ifPresent(opened -> states.add(opened.state(ports -> ports.connection().state())));
        vercel.ifPresent(opened -> states.add(opened.state(ports -> ports.connection().state())));
        measuring.values().forEach(opened -> states.add(opened.state(MetricPorts::state)));
        aws.ifPresent(opened -> states.add(opened.state(ports -> ports.connection().state())));
        webhook.ifPresent(opened -> states.add(opened.state(ports -> ports.connection().state())));
        watch.sources().forEach(states::add);
        look.sources().forEach(states::add);
        return states;
    }

    /** One that could not be opened is found out when it is asked, so that the inspection says why. */
    static <T> Inspector inspector(Opened<T> opened, Function<T, Inspector> of) {
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
        aws.ifPresent(opened -> opened.ifReady(AwsPorts::close));
        argoCd.ifPresent(opened -> opened.ifReady(ArgoCdPorts::close));
        webhook.ifPresent(opened -> opened.ifReady(WebhookPorts::close));
        watch.close();
        look.close();
    }
}
