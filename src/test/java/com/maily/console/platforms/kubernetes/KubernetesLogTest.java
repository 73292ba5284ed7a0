package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.LogLine;
import com.maily.console.core.port.LogNews;
import com.maily.console.core.port.LogSource;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.PodUsage;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.cluster.ApiFaults.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs over connections that break and containers that restart, and what else is asked about pods. Over the wire. */
class KubernetesLogTest {

    private final BlockingQueue<LogNews> news = new LinkedBlockingQueue<>();
    private final List<LogLine> lines = new ArrayList<>();
    private SandboxWorld world;
    private KubernetesPods pods;

    @BeforeEach
    void open() throws Exception {
        world = new SandboxWorld(Routing.REPLICA_RATIO);
        pods = new KubernetesPods(world.connection());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aBrokenConnectionLosesNoLineAndTellsNoneTwice() throws Exception {
        try (Subscription _ = pods.follow(source(email(), "", false), news::add)) {
            untilLines(4);
            world.face().refuseConnections();
            until(news -> news instanceof LogNews.Interrupted);
            world.pass(Duration.ofSeconds(20));
            world.face().acceptConnections();
            untilLines(30);
        }
        List<Long> seconds = lines.stream().map(line -> line.at().orElseThrow().getEpochSecond()).toList();
        for (int i = 1; i < seconds.size(); i++) {
            assertThat(seconds.get(i)).as("one line each second").isEqualTo(seconds.get(i - 1) + 1);
        }
    }

    @Test
    void aContainerThatIsBeingCreatedIsWaitedFor() throws Exception {
        world.deployer().deploy(world.component(), Track.CANARY, world.next());
        world.deployer().scale(world.component(), Track.CANARY, 1);
        world.pass(Duration.ofMillis(200));
        Pod fresh = all(pods).stream().filter(pod -> pod.track() == Track.CANARY).findFirst().orElseThrow();
        try (Subscription _ = pods.follow(source(fresh, "", false), news::add)) {
            assertThat(news.poll(30, TimeUnit.SECONDS)).isInstanceOf(LogNews.Waiting.class);
            untilLines(3);
        }
    }

    @Test
    void whatAContainerWroteBeforeItsRestartCanBeReadAfterwards() throws Exception {
        Pod pod = email();
        world.pass(Duration.ofSeconds(30));
        world.cluster().crash(pod.namespace(), pod.name(), 137, "OOMKilled");
        world.pass(Duration.ofSeconds(60));
        try (Subscription _ = pods.follow(source(pod, "email-service", true), news::add)) {
            until(news -> news instanceof LogNews.Ended);
        }
        assertThat(lines).isNotEmpty();
        LogLine last = lines.getLast();
        lines.clear();
        try (Subscription _ = pods.follow(source(pod, "email-service", false), news::add)) {
            untilLines(2);
        }
        assertThat(lines.getFirst().at().orElseThrow()).as("the new container's first line").isAfter(last.at().orElseThrow());
    }

    @Test
    void aClusterWithoutAMetricsServerSaysSo() {
        assertThat(pods.usage()).isInstanceOf(PodUsage.Measured.class);
        world.faults().next(1, "GET", "/apis/metrics.k8s.io", new Fault.Code(404));
        assertThat(pods.usage()).isEqualTo(new PodUsage.Absent("no metrics API"));
        world.faults().next(1, "GET", "/apis/metrics.k8s.io", new Fault.Code(503));
        assertThatThrownBy(pods::usage).isInstanceOfSatisfying(FailureException.class,
                failed -> assertThat(failed.failure()).isInstanceOf(Failure.Unreachable.class));
    }

    @Test
    void allNamespacesCanBeWatchedOrSomeOrOne() {
        assertThat(namespaces("")).containsExactly("maily");
        assertThat(namespaces("maily-staging")).containsExactlyInAnyOrder("maily", "maily-staging");
        assertThat(namespaces("*")).containsExactlyInAnyOrder("maily", "maily-staging");
    }

    @Test
    void whoLooksLaterIsToldEverythingToo() throws Exception {
        try (Subscription _ = pods.watch(_ -> { })) {
            world.deployer().deploy(world.component(), Track.STABLE, world.next());
            world.pass(Duration.ofSeconds(30));
            BlockingQueue<Pods.Change> late = new LinkedBlockingQueue<>();
            try (Subscription _ = pods.watch(late::add)) {
                assertThat(late.remove().changed()).hasSizeGreaterThan(20);
            }
        }
    }

    private List<String> namespaces(String setting) {
        try (KubernetesConnection other = KubernetesConnection.open(Map.of("kubeconfig", world.kubeconfig().toString(),
                "namespace", "maily",
                "namespaces", setting), Time.WALL)) {
            return all(new KubernetesPods(other)).stream().map(Pod::namespace).distinct().toList();
        }
    }

    private Pod email() {
        return all(pods).stream().filter(pod -> pod.component().equals("email")).findFirst().orElseThrow();
    }

    private static List<Pod> all(Pods of) {
        BlockingQueue<Pods.Change> first = new ArrayBlockingQueue<>(100);
        try (Subscription _ = of.watch(first::offer)) {
            return List.copyOf(first.remove().changed());
        }
    }

    private static LogSource source(Pod pod, String container, boolean previous) {
        return new LogSource(pod.namespace(), pod.name(), container, previous, 5);
    }

    private void untilLines(int wanted) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (lines.size() < wanted) {
            assertThat(System.nanoTime()).as("still only %s", lines).isLessThan(deadline);
            world.pass(Duration.ofSeconds(1));
            take(news.poll(300, TimeUnit.MILLISECONDS));
        }
    }

    private void until(Predicate<LogNews> expected) throws InterruptedException {
        for (LogNews next = news.poll(60, TimeUnit.SECONDS); ; next = news.poll(60, TimeUnit.SECONDS)) {
            assertThat(next).as("nothing comes any more").isNotNull();
            take(next);
            if (expected.test(next)) {
                return;
            }
        }
    }

    private void take(@org.jspecify.annotations.Nullable LogNews next) {
        if (next instanceof LogNews.Lines(var more)) {
            lines.addAll(more);
        }
    }
}
