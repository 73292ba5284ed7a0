package com.maily.console.app;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Notifier;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.TrafficRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ports of one environment, from the connections its workspace entry names. A platform is opened when the environment names it. */
final class EnvironmentPlatforms implements Platforms, AutoCloseable {

    static final String KUBERNETES = "kubernetes";
    static final String VERCEL = "vercel";
    static final String PROMETHEUS = "prometheus";
    static final String WEBHOOK = "webhook";

    private final Environment environment;
    private final Optional<KubernetesPorts> kubernetes;
    private final Optional<VercelPorts> vercel;
    private final Optional<PrometheusPorts> prometheus;
    private final Optional<WebhookPorts> webhook;

    private EnvironmentPlatforms(Environment environment, Time time) {
        this.environment = environment;
        this.kubernetes = settings(KUBERNETES).map(settings -> KubernetesPorts.open(settings, time));
        this.vercel = settings(VERCEL).map(settings -> VercelPorts.open(settings, time));
        this.prometheus = settings(PROMETHEUS).map(settings -> PrometheusPorts.open(settings, time));
        this.webhook = settings(WEBHOOK).map(settings -> WebhookPorts.open(settings, time));
    }

    /** Contacts nobody yet. */
    static EnvironmentPlatforms open(Environment environment, Time time) {
        return new EnvironmentPlatforms(environment, time);
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
        return switch (component.routing().kind()) {
            case Routing.GATEWAY_API -> require(kubernetes, KUBERNETES).routes();
            case Routing.REPLICA_RATIO -> require(kubernetes, KUBERNETES).ratio();
            case Routing.ROLLING_RELEASE -> require(vercel, VERCEL).router();
            default -> throw new FailureException(new Failure.Missing(component.name() + " has no router",
                    "its routing in the workspace file is '" + component.routing().kind() + "'.", "Give it a routing to split its traffic."));
        };
    }

    @Override
    public MetricSource metrics(String source) {
        if (!source.equals(PROMETHEUS)) {
            throw missing(source);
        }
        return require(prometheus, PROMETHEUS).source();
    }

    @Override
    public JobRunner jobs() {
        return require(kubernetes, KUBERNETES).jobs();
    }

    @Override
    public List<Inspector> inspectors() {
        List<Inspector> inspectors = new ArrayList<>();
        kubernetes.ifPresent(ports -> inspectors.add(ports.inspector()));
        vercel.ifPresent(ports -> inspectors.add(ports.inspector()));
        prometheus.ifPresent(ports -> inspectors.add(ports.inspector()));
        return inspectors;
    }

    @Override
    public Optional<Notifier> notifier() {
        return webhook.map(WebhookPorts::notifier);
    }

    @Override
    public Optional<Pods> pods() {
        return kubernetes.map(KubernetesPorts::pods);
    }

    @Override
    public List<SourceState> sources() {
        List<SourceState> states = new ArrayList<>();
        kubernetes.ifPresent(ports -> states.add(ports.state()));
        vercel.ifPresent(ports -> states.add(ports.connection().state()));
        prometheus.ifPresent(ports -> states.add(ports.connection().state()));
        webhook.ifPresent(ports -> states.add(ports.connection().state()));
        return states;
    }

    private <T> T require(Optional<T> ports, String platform) {
        return ports.orElseThrow(() -> missing(platform));
    }

    private FailureException missing(String platform) {
        return new FailureException(new Failure.Missing("The environment " + environment.name() + " has no connection to " + platform,
                "its entry in the workspace file names " + String.join(", ", environment.connections().keySet()) + ".",
                "Add connections." + platform + " there."));
    }

    @Override
    public void close() {
        kubernetes.ifPresent(KubernetesPorts::close);
        vercel.ifPresent(VercelPorts::close);
        prometheus.ifPresent(PrometheusPorts::close);
        webhook.ifPresent(WebhookPorts::close);
    }
}
