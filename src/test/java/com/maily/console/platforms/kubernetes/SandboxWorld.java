package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.Rights;
import com.maily.console.core.port.RightsContract;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Accounts;
import com.maily.console.sandbox.cluster.ApiFaults;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.KubernetesFace;
import com.maily.console.sandbox.cluster.MailyCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The sandbox's Kubernetes API on loopback, with a clock that moves when the test says so. */
final class SandboxWorld extends KubernetesWorld implements RightsContract.Harness {

    static final String NAMESPACE = "maily";

    private final SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-21T10:00:00Z"));
    private final Cluster cluster = MailyCluster.create(clock, new TestImages(), 77);
    private final KubernetesFace face = new KubernetesFace(cluster, clock);
    private final Path kubeconfig;
    private final KubernetesConnection connection;
    private final Rights rights;

    SandboxWorld(String routing) throws IOException {
        super(routing);
        kubeconfig = Files.createTempFile("kubeconfig", ".yaml");
        face.writeKubeconfig(kubeconfig);
        connection = connect();
        rights = new KubernetesRights(connection);
    }

    @Override
    public Rights rights() {
        return rights;
    }

    @Override
    public void forbid(String verb, String group, String resource) {
        cluster.accounts().forbid(Accounts.OWNER, Accounts.Rule.of(verb, group, resource));
    }

    @Override
    public void allowEverything() {
        cluster.accounts().allowEverything(Accounts.OWNER);
    }

    KubernetesConnection connect() {
        return KubernetesConnection.open(Map.of("kubeconfig", kubeconfig.toString(), "namespace", NAMESPACE), clock);
    }

    Path kubeconfig() {
        return kubeconfig;
    }

    SandboxClock clock() {
        return clock;
    }

    Cluster cluster() {
        return cluster;
    }

    KubernetesFace face() {
        return face;
    }

    ApiFaults faults() {
        return face.faults();
    }

    @Override
    public boolean duringTheNextWrite(Runnable something) {
        AtomicBoolean done = new AtomicBoolean();
        face.onWrite(_ -> {
            if (!done.getAndSet(true)) {
                something.run();
            }
        });
        return true;
    }

    @Override
    public boolean refuseTheNextWrite() {
        faults().next(1, "PATCH", "", new ApiFaults.Fault.Code(403));
        return true;
    }

    @Override
    KubernetesConnection connection() {
        return connection;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public void close() {
        connection.close();
        face.close();
        try {
            Files.deleteIfExists(kubeconfig);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
