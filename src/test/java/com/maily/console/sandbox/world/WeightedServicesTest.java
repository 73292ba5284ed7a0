package com.maily.console.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Deletion;
import com.maily.console.sandbox.cluster.Kind;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.MailyCluster;
import com.maily.console.sandbox.cluster.PatchKind;
import com.maily.console.sandbox.cluster.SteadyImages;
import com.maily.console.sandbox.cluster.Write;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests follow the weights whatever kind of object holds them. */
class WeightedServicesTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-21T09:00:00Z"));
    private final Cluster cluster = MailyCluster.create(clock, new SteadyImages(), 77);
    private final Routes routes = new ClusterRoutes(cluster, Map.of("production", "maily"));

    @BeforeEach
    void aCanaryAndNoHttpRoute() throws IOException {
        cluster.delete(Kinds.HTTP_ROUTES, "maily", "maily-api", Deletion.PLAIN);
        patch(Kinds.DEPLOYMENTS, "maily-api-canary", "{spec: {replicas: 2}}");
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void aVirtualServiceSplitsByHosts() throws IOException {
        create(Kinds.VIRTUAL_SERVICES, "{metadata: {name: api}, spec: {hosts: [api], http: [{route: [{destination: {host: "
                + "maily-api}, weight: 75}, "
                + "{destination: {host: maily-api-canary.maily.svc.cluster.local}, weight: 25}]}]}}");
        assertThat(canaryShare("api")).isCloseTo(0.25, within(0.001));
        patch(Kinds.VIRTUAL_SERVICES, "api", "{spec: {http: [{route: [{destination: {host: maily-api}}]}]}}");
        assertThat(canaryShare("api")).isZero();
    }

    @Test
    void aVirtualServiceSplitsBySubsets() throws IOException {
        patch(Kinds.SERVICES, "maily-api", "{spec: {selector: {maily.dev/track: null}}}");
        create(Kinds.DESTINATION_RULES, "{metadata: {name: api}, spec: {host: maily-api, subsets: [{name: stable, labels: "
                + "{maily.dev/track: stable}}, {name: canary, labels: {maily.dev/track: canary}}]}}");
        create(Kinds.VIRTUAL_SERVICES, "{metadata: {name: api}, spec: {hosts: [api], http: [{route: [{destination: {host: "
                + "maily-api, "
                + "subset: stable}, weight: 90}, {destination: {host: maily-api, subset: canary}, weight: 10}]}]}}");
        assertThat(canaryShare("api")).isCloseTo(0.1, within(0.001));
    }

    @Test
    void aTraefikServiceSplits() throws IOException {
        create(Kinds.TRAEFIK_SERVICES, "{metadata: {name: api}, spec: {weighted: {services: [{name: maily-api, port: 80, "
                + "weight: 3}, "
                + "{name: maily-api-canary, port: 80, weight: 1}]}}}");
        assertThat(canaryShare("api")).isCloseTo(0.25, within(0.001));
    }

    @Test
    void aCanaryIngressTakesItsPartOfTheOther() throws IOException {
        create(Kinds.INGRESSES, ingress("api", "maily-api", ""));
        create(Kinds.INGRESSES, ingress("api-canary", "maily-api-canary",
                "nginx.ingress.kubernetes.io/canary: 'true', nginx.ingress.kubernetes.io/canary-weight: '20'"));
        assertThat(canaryShare("api")).isCloseTo(0.2, within(0.001));
    }

    @Test
    void anActionOfALoadBalancerSplits() throws IOException {
        create(Kinds.INGRESSES, ingress("api", "split",
                "alb.ingress.kubernetes.io/actions.split: '{\"Type\":\"forward\",\"ForwardConfig\":"
                + "{\"TargetGroups\":[{\"ServiceName\":\"maily-api\",\"Weight\":60},{\"ServiceName\":\"maily-api-canary\",\"Weight\":40}]}}'"));
        assertThat(canaryShare("api")).isCloseTo(0.4, within(0.001));
    }

    @Test
    void aRolloutsPodsAreToldApartByWhatItCallsTheStableOnes() throws IOException {
        create(Kinds.SERVICES, "{metadata: {name: web}, spec: {selector: {app: web}, ports: [{port: 80}]}}");
        create(Kinds.ROLLOUTS, "{metadata: {name: web}, spec: {replicas: 4, selector: {matchLabels: {app: web}}, template: "
                + "{metadata: {labels: "
                + "{app: web, maily.dev/component: web}}, spec: {containers: [{name: web, image: 'web:v1'}]}}, "
                + "strategy: {canary: {steps: [{setWeight: 25}, {pause: {}}]}}}}");
        clock.advance(Duration.ofMinutes(1));
        assertThat(canaryShare("web")).isZero();
        patch(Kinds.ROLLOUTS, "web", "{spec: {template: {spec: {containers: [{name: web, image: 'web:v2'}]}}}}");
        clock.advance(Duration.ofMinutes(1));
        assertThat(canaryShare("web")).isCloseTo(0.25, within(0.001));
        assertThat(routes.backends("production", "web")).filteredOn(backend -> backend.track() == Track.CANARY)
                .extracting(Backend::version).containsExactly("v2");
    }

    private static String ingress(String name, String service, String annotations) {
        return "{metadata: {name: " + name + ", annotations: {" + annotations
                + "}}, spec: {rules: [{host: api.example.com, http: {paths: ["
                + "{path: /, pathType: Prefix, backend: {service: {name: " + service + ", port: {number: 80}}}}]}}]}}";
    }

    private double canaryShare(String component) {
        List<Backend> backends = routes.backends("production", component);
        double all = backends.stream().mapToDouble(Backend::share).sum();
        return backends.stream().filter(backend -> backend.track() == Track.CANARY).mapToDouble(Backend::share).sum() / all;
    }

    private void create(Kind kind, String yaml) throws IOException {
        cluster.create(kind, "maily", tree(yaml), Write.by("test"));
    }

    private void patch(Kind kind, String name, String yaml) throws IOException {
        cluster.patch(kind, "maily", name, PatchKind.MERGE, tree(yaml), Write.by("test"));
    }

    private static JsonNode tree(String yaml) throws IOException {
        return YAML.readTree(yaml);
    }
}
