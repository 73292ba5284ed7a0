package com.maily.console.platforms.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.HealthCheck;
import com.maily.console.core.port.HealthReading.State;
import com.maily.console.platforms.http.LoopbackServer;
import com.maily.console.platforms.http.LoopbackServer.Reply;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One endpoint asked once, whatever it answers or does not. */
class HealthProbeTest {

    private static final Instant NOW = Instant.now();
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private static HealthCheck check(String address, Duration timeout, Duration slow, HealthCheck.Expected expected) {
        return new HealthCheck("api", "health", URI.create(address), 200, Optional.ofNullable(expected), timeout, slow,
                Duration.ofSeconds(15), Duration.ofDays(21));
    }

    private static Answer ask(String address, HealthCheck.Expected expected) {
        return HealthProbe.usual().ask(check(address, LONG, LONG, expected), NOW);
    }

    private static Answer answered(Reply reply) throws IOException {
        try (LoopbackServer server = new LoopbackServer(_ -> reply)) {
            return ask(server.url() + "/health", new HealthCheck.Expected("status.code", "up"));
        }
    }

    @Test
    void whatAnswersAsExpectedIsUpWithCodeAndLatency() throws Exception {
        Answer answer = answered(Reply.json("{\"status\":{\"code\":\"up\"}}"));
        assertThat(answer.state()).isEqualTo(State.UP);
        assertThat(answer.code()).contains(200);
        assertThat(answer.latency()).hasValueSatisfying(latency -> assertThat(latency).isPositive());
        assertThat(answer.certificate()).isEmpty();
    }

    @Test
    void anOkayThatSaysOtherwiseIsDown() throws Exception {
        Answer other = answered(Reply.json("{\"status\":{\"code\":\"initializing\"}}"));
        assertThat(other.state()).isEqualTo(State.DOWN);
        assertThat(other.sentence()).isEqualTo("Its status.code is 'initializing' where 'up' was expected.");
        assertThat(answered(Reply.json("{}")).sentence()).isEqualTo("Its status.code is missing where 'up' was expected.");
        Answer page = answered(new Reply(200, "text/html", "<html>Sign in</html>", -1));
        assertThat(page.state()).isEqualTo(State.DOWN);
        assertThat(page.sentence()).isEqualTo("Answered 200, but not in JSON (text/html).");
    }

    @Test
    void anotherStatusIsDownAndKeepsItsCode() throws Exception {
        Answer answer = answered(Reply.json(503, "{\"status\":{\"code\":\"down\"}}"));
        assertThat(answer.state()).isEqualTo(State.DOWN);
        assertThat(answer.code()).contains(503);
        assertThat(answer.sentence()).isEqualTo("Answered 503 where 200 was expected.");
    }

    @Test
    void aRedirectIsNotFollowedAndToldWithoutItsQuery() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://sso.example.com/login?ticket=s3cr3t");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        Answer answer = ask("http://127.0.0.1:" + server.getAddress().getPort() + "/health", null);
        server.stop(0);
        assertThat(answer.state()).isEqualTo(State.DOWN);
        assertThat(answer.sentence())
                .isEqualTo("Answered 302, a redirect to https://sso.example.com/login where 200 was expected.");
    }

    @Test
    void aSlowAnswerIsDegraded() throws Exception {
        try (LoopbackServer server = new LoopbackServer(_ -> Reply.json("{}"))) {
            Answer answer = HealthProbe.usual().ask(check(server.url(), LONG, Duration.ofNanos(1), null), NOW);
            assertThat(answer.state()).isEqualTo(State.DEGRADED);
            assertThat(answer.sentence()).startsWith("Slow: took ");
        }
    }

    @Test
    @Timeout(10)
    void noWholeAnswerInTimeIsDown() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                try (Socket accepted = silent.accept()) {
                    accepted.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".getBytes());
                    end.await();
                } catch (IOException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Answer answer = HealthProbe.usual().ask(check("http://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(300),
                    LONG,
                    null), NOW);
            end.countDown();
            assertThat(answer.state()).isEqualTo(State.DOWN);
            assertThat(answer.code()).isEmpty();
            assertThat(answer.sentence()).isEqualTo("There was no whole answer within 300 ms.");
        }
    }

    @Test
    void aServerThatHangsUpOrIsNotThereIsDown() throws Exception {
        int port;
        try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = rude.getLocalPort();
            Thread.startVirtualThread(() -> {
                try (Socket accepted = rude.accept()) {
                    accepted.getInputStream().read();
                    accepted.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{".getBytes());
                } catch (IOException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThat(ask("http://127.0.0.1:" + port, null).sentence())
                    .isEqualTo("The server hung up before its answer was whole.");
        }
        assertThat(ask("http://127.0.0.1:" + port, null).sentence()).isEqualTo("The connection was refused.");
        assertThat(ask("http://nowhere.invalid/", null).sentence()).isEqualTo("The name nowhere.invalid does not resolve.");
    }

    @Test
    void aGoodCertificateIsReadWithItsEnd() throws Exception {
        try (TlsServer server = TlsServer.start(folder, "dns:localhost", -10, 90)) {
            Answer answer = trusted(server, NOW);
            assertThat(answer.state()).as(answer.sentence()).isEqualTo(State.UP);
            assertThat(answer.certificate()).contains(server.end());
        }
    }

    @Test
    void aCertificateThatEndsSoonIsDegradedAndOneThatHasEndedIsDown() throws Exception {
        try (TlsServer server = TlsServer.start(folder, "dns:localhost", -10, 90)) {
            Answer soon = trusted(server, server.end().minus(Duration.ofDays(5)));
            assertThat(soon.state()).isEqualTo(State.DEGRADED);
            assertThat(soon.sentence()).startsWith("The certificate runs out in 5 days, on ");
        }
        try (TlsServer server = TlsServer.start(folder, "dns:localhost", -40, 10)) {
            Answer ended = trusted(server, NOW);
            assertThat(ended.state()).isEqualTo(State.DOWN);
            assertThat(ended.sentence()).startsWith("The certificate ran out on ").contains("days ago");
            assertThat(ended.certificate()).contains(server.end());
            Answer untrusted = HealthProbe.usual().ask(check(server.address().toString(), LONG, LONG, null), NOW);
            assertThat(untrusted.sentence()).as("its end is told before who signed it").startsWith("The certificate ran out on ");
        }
    }

    @Test
    void aCertificateForAnotherHostOrByNobodyKnownIsDownWithItsReason() throws Exception {
        try (TlsServer server = TlsServer.start(folder, "dns:elsewhere.example", -10, 90)) {
            Answer other = trusted(server, NOW);
            assertThat(other.state()).isEqualTo(State.DOWN);
            assertThat(other.sentence()).isEqualTo("The certificate is for elsewhere.example, not for localhost.");
            assertThat(other.certificate()).contains(server.end());
        }
        try (TlsServer server = TlsServer.start(folder, "dns:localhost", -10, 90)) {
            Answer unknown = HealthProbe.usual().ask(check(server.address().toString(), LONG, LONG, null), NOW);
            assertThat(unknown.state()).isEqualTo(State.DOWN);
            assertThat(unknown.sentence()).isEqualTo("The certificate is signed by itself, which this machine does not trust.");
        }
        try (TlsServer server = TlsServer.start(folder, "dns:localhost", 5, 90)) {
            assertThat(HealthProbe.usual().ask(check(server.address().toString(), LONG, LONG, null), NOW).sentence())
                    .startsWith("The certificate counts only from ");
        }
    }

    private static Answer trusted(TlsServer server, Instant now) throws Exception {
        return new HealthProbe(server.trusting()).ask(check(server.address().toString(), LONG, LONG, null), now);
    }
}
