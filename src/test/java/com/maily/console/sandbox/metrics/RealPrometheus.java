package com.maily.console.sandbox.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A Prometheus server of this machine, on a free port of loopback, with data and configuration in a folder of its own. */
public final class RealPrometheus implements AutoCloseable {

    private static final String CONFIGURATION = """
            global: {scrape_interval: 1s, scrape_timeout: 1s}
            scrape_configs:
              - job_name: maily
                static_configs: [{targets: ['%s']}]
            """;

    /** Rules of our own, and whom they tell. */
    private static final String ALERTING = """
            rule_files: ['rules.yml']
            alerting:
              alertmanagers:
                - static_configs: [{targets: ['%s']}]
            """;
    private static final String RULES = """
            groups:
              - name: maily
                interval: 1s
                rules:
                  - alert: HighErrorRate
                    expr: >-
                      sum by (component, environment, track) (rate(http_requests_total{code=~"5.."}[10s]))
                      / sum by (component, environment, track) (rate(http_requests_total[10s])) > 0.005
                    for: 2s
                    labels: {severity: critical}
                    annotations: {summary: 'Requests to {{ $labels.component }} fail'}
                  - alert: SlowResponses
                    expr: >-
                      histogram_quantile(0.99, sum by (component, environment, le)
                      (rate(http_request_duration_seconds_bucket{component="api"}[10s]))) > 0.3
                    for: 2s
                    labels: {severity: warning}
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String address;

    private RealPrometheus(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Where the program is; empty when this machine has none. */
    public static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
    }

    /** @param samples in OpenMetrics format, with timestamps, loaded before the start @param target host and port to scrape */
    public static RealPrometheus start(Path folder, String samples, String target) throws IOException, InterruptedException {
        return start(folder, samples, CONFIGURATION.formatted(target), "");
    }

    /** One that also evaluates alerting rules and tells an Alertmanager. */
    public static RealPrometheus start(Path folder, String samples, String target, RealAlertmanager alertmanager)
            throws IOException, InterruptedException {
        return start(folder, samples, CONFIGURATION.formatted(target) + ALERTING.formatted(alertmanager.host()), RULES);
    }

    private static RealPrometheus start(Path folder, String samples, String settings, String rules)
            throws IOException, InterruptedException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path file = Files.writeString(folder.resolve("samples.txt"), samples);
        Process load = run(folder, program("promtool").orElseThrow(), "tsdb", "create-blocks-from", "openmetrics",
                file.toString(), data.toString());
        if (!load.waitFor(60, TimeUnit.SECONDS) || load.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("promtool.log")));
        }
        Files.writeString(folder.resolve("rules.yml"), rules);
        Path configuration = Files.writeString(folder.resolve("prometheus.yml"), settings);
        String address = "127.0.0.1:" + freePort();
        Process process = run(folder, program("prometheus").orElseThrow(), "--config.file=" + configuration,
                "--storage.tsdb.path=" + data, "--storage.tsdb.retention.time=100y", "--web.listen-address=" + address);
        RealPrometheus started = new RealPrometheus(process, "http://" + address);
        started.await("the server to be ready", () -> started.answers("/-/ready"));
        return started;
    }

    private static Process run(Path folder, Path program, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList());
        return builder.directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve(program.getFileName() + ".log").toFile()).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers(String path) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until {@code condition} holds, at most a minute. */
    void await(String what, BooleanSupplier condition) {
        Instant latest = Instant.now().plus(Duration.ofMinutes(1));
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || Instant.now().isAfter(latest)) {
                throw new IllegalStateException("Waited in vain for " + what + '.');
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    public String address() {
        return address;
    }

    JsonNode get(String pathAndQuery) {
        return get(client, address + pathAndQuery);
    }

    static JsonNode get(HttpClient client, String url) {
        try {
            return new ObjectMapper().readTree(client.send(HttpRequest.newBuilder(URI.create(url)).build(),
                    HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
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
