package com.maily.console.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.ImageBehaviour.LogLine;
import com.maily.console.sandbox.cluster.Kind;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.LogRange;
import com.maily.console.sandbox.cluster.MailyCluster;
import com.maily.console.sandbox.cluster.PatchKind;
import com.maily.console.sandbox.cluster.Write;
import com.maily.console.sandbox.metrics.SandboxMetrics;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Traffic, images and faults on the sandbox's cluster. */
class ClusterWorldTest {

    private static final Map<String, String> NAMESPACES = Map.of("production", "maily", "staging", "maily-staging");
    private static final String SHARE = """
            sum(rate(http_requests_total{component="%1$s",environment="production",track="canary"}[1m]))
             / sum(rate(http_requests_total{component="%1$s",environment="production"}[1m]))""";
    private static final String ERRORS = """
            sum(rate(http_requests_total{component="api",environment="production",code="503"}[1m]))
             / sum(rate(http_requests_total{component="api",environment="production"}[1m]))""";

    private final SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-21T09:00:00Z"));
    private final SeriesStore store = new SeriesStore(Duration.ofHours(6));
    private final Faults faults = new Faults(clock);
    private final Cluster cluster = MailyCluster.create(clock, new ScenarioImages(clock, faults, 77), 77);
    private final Routes routes = new ClusterRoutes(cluster, NAMESPACES);
    private final SandboxMetrics metrics = new SandboxMetrics(clock, store, faults);

    @BeforeEach
    void letRequestsCome() {
        new Traffic(clock, store, routes, Scenario.CANARY_REGRESSION, faults, 77).start();
    }

    private double ask(String query) {
        return metrics.instant(query, clock.instant()).single();
    }

    private void patch(Kind kind, String name, String merge) throws IOException {
        cluster.patch(kind, "maily", name, PatchKind.MERGE, new ObjectMapper().readTree(merge), Write.by("test"));
    }

    private void weigh(int canary) throws IOException {
        patch(Kinds.HTTP_ROUTES, "maily-api", """
                {"spec":{"rules":[{"backendRefs":[{"name":"maily-api","port":80,"weight":%d},
                {"name":"maily-api-canary","port":80,"weight":%d}]}]}}""".formatted(100 - canary, canary));
    }

    private void canary(String deployment, String component, int replicas) throws IOException {
        patch(Kinds.DEPLOYMENTS, deployment + "-canary", """
                {"spec":{"replicas":%d,"template":{"spec":{"containers":[{"name":"%s","image":"ghcr.io/maily/%s:v2.1.0",\
                "readinessProbe":{"httpGet":{"path":"/healthz","port":8080}}}]}}}}""".formatted(replicas, deployment, component));
    }

    @Test
    void anHttpRouteSplitsByWeightAndRequestsMeetTheVersionThatRuns() throws IOException {
        canary("maily-api", "api", 2);
        clock.advance(Duration.ofSeconds(30));
        weigh(25);
        clock.advance(Duration.ofMinutes(2));
        assertThat(ask(SHARE.formatted("api"))).isCloseTo(0.25, within(0.005));
        assertThat(metrics.instant("count by (version) (http_requests_total{component=\"api\",track=\"canary\"})",
                clock.instant()).series()).extracting(series -> series.labels().get("version")).containsExactly("v2.1.0");
        weigh(0);
        clock.advance(Duration.ofMinutes(2));
        assertThat(ask(SHARE.formatted("api"))).isZero();
    }

    @Test
    void aServiceAloneSplitsByReadyPods() throws IOException {
        canary("email-service", "email", 1);
        clock.advance(Duration.ofSeconds(4));
        assertThat(routes.backends("production", "email")).extracting(Backend::track).containsOnly(Track.STABLE);
        clock.advance(Duration.ofMinutes(2));
        assertThat(ask(SHARE.formatted("email"))).isCloseTo(1 / 6.0, within(0.01));
    }

    @Test
    void aVersionThatNeverBecomesReadyLeavesItsShareUnanswered() throws IOException {
        faults.neverBecomesReady("api", "v2.1.0");
        canary("maily-api", "api", 2);
        weigh(25);
        clock.advance(Duration.ofMinutes(3));
        assertThat(routes.backends("production", "api")).contains(new Backend(Track.CANARY, "v2.1.0", 0, 25));
        assertThat(ask(ERRORS)).isCloseTo(0.25, within(0.005));
    }

    @Test
    void aCrashedPodTakesNoRequestsUntilItIsBack() {
        int before = routes.backends("production", "api").getFirst().ready();
        assertThat(new Accidents(cluster, NAMESPACES).crashOne("production", "api", Track.STABLE)).isPresent();
        assertThat(routes.backends("production", "api").getFirst().ready()).isEqualTo(before - 1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(routes.backends("production", "api").getFirst().ready()).isEqualTo(before);
        assertThat(ask(ERRORS)).isLessThan(0.001);
    }

    @Test
    void podsBecomeReadyWithinEightToTwentySeconds() throws IOException {
        canary("maily-api", "api", 4);
        clock.advance(Duration.ofSeconds(7));
        assertThat(ready()).isZero();
        clock.advance(Duration.ofSeconds(14));
        assertThat(ready()).isEqualTo(4);
    }

    private long ready() {
        return cluster.list(Kinds.PODS, "maily", "maily.dev/component=api,maily.dev/track=canary").stream()
                .filter(NamespaceRoutes::ready).count();
    }

    @Test
    void aJobTakesItsTimeAndItsLogEndsWithHowItWent() throws IOException {
        assertThat(finished("unit-tests-1", Duration.ofSeconds(80))).isEmpty();
        assertThat(finished("unit-tests-2", Duration.ofSeconds(100))).isEqualTo("1,906 passed, 0 failed");
        faults.failJobs("db-migrate", true);
        assertThat(finished("db-migrate-1", Duration.ofSeconds(70))).startsWith("migration 0043 failed");
        assertThat(cluster.read(Kinds.JOBS, "maily", "unit-tests-2").at("/status/succeeded").asInt()).isEqualTo(1);
        assertThat(cluster.read(Kinds.JOBS, "maily", "db-migrate-1").at("/status/failed").asInt()).isEqualTo(1);
    }

    /** The last line of the job's log after {@code wait}, empty while it runs. */
    private String finished(String job, Duration wait) throws IOException {
        cluster.create(Kinds.JOBS, "maily", new ObjectMapper().readTree("""
                {"metadata":{"name":"%s"},"spec":{"backoffLimit":0,"template":{"spec":{"restartPolicy":"Never",
                "containers":[{"name":"job","image":"ghcr.io/maily/jobs:v2.1.0"}]}}}}""".formatted(job)), Write.by("test"));
        clock.advance(wait);
        ObjectNode pod = cluster.list(Kinds.PODS, "maily", "").stream()
                .filter(each -> each.at("/metadata/name").asText().startsWith(job)).findFirst().orElseThrow();
        List<LogLine> log = cluster.log("maily", pod.at("/metadata/name").asText(), "", LogRange.newest(1));
        return pod.at("/status/phase").asText().equals("Running") ? "" : log.getLast().text();
    }
}
