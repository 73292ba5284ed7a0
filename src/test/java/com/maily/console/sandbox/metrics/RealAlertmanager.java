package com.maily.console.sandbox.metrics;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An Alertmanager of this machine, on a free port of loopback, that calls nobody. */
public final class RealAlertmanager implements AutoCloseable {

    public static final String PROGRAM = "prometheus-alertmanager";
    private static final String CONFIGURATION = """
            route: {receiver: nobody, group_wait: 1s}
            receivers: [{name: nobody}]
            """;

    private final Process process;
    private final String host;

    private RealAlertmanager(Process process, String host) {
        this.process = process;
        this.host = host;
    }

    public static RealAlertmanager start(Path folder) throws IOException {
        Path configuration = Files.writeString(folder.resolve("alertmanager.yml"), CONFIGURATION);
        String host = "127.0.0.1:" + freePort();
        Process process = new ProcessBuilder(RealPrometheus.program(PROGRAM).orElseThrow().toString(), "--config.file=" + configuration,
                "--storage.path=" + folder.resolve("alertmanager"), "--web.listen-address=" + host, "--cluster.listen-address=")
                .redirectErrorStream(true).redirectOutput(folder.resolve("alertmanager.log").toFile()).start();
        RealAlertmanager started = new RealAlertmanager(process, host);
        started.awaitReady();
        return started;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Host and port, as Prometheus is told of it. */
    public String host() {
        return host;
    }

    public String address() {
        return "http://" + host;
    }

    private void awaitReady() {
        Instant latest = Instant.now().plus(Duration.ofMinutes(1));
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!ready(client)) {
                if (!process.isAlive() || Instant.now().isAfter(latest)) {
                    throw new IllegalStateException("The Alertmanager did not become ready.");
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private boolean ready(HttpClient client) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(address() + "/-/ready")).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
