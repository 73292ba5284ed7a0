package com.maily.console.platforms.health;

import com.maily.console.core.model.HealthCheck;
import com.maily.console.platforms.http.Redaction;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Asks one endpoint once, over a connection of its own: a kept one would hide a renewed certificate and the time it takes to
 * connect. Redirects are not followed, because where they lead is not what was asked for. Latency is the wall's.
 *
 * @param tls whom to trust
 */
public record HealthProbe(SSLContext tls) {

    private static final long LARGEST = 256 << 10;

    /** Trusts whom this machine trusts. */
    public static HealthProbe usual() {
        try {
            return new HealthProbe(SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no TLS.", e);
        }
    }

    /** @param now in the environments' time, for what is left of the certificate */
    Answer ask(HealthCheck check, Instant now) {
        HttpClient client = HttpClient.newBuilder().sslContext(tls).connectTimeout(check.timeout())
                .followRedirects(HttpClient.Redirect.NEVER).version(version(check)).build();
        try {
            return answered(client, check, now);
        } finally {
            client.shutdownNow();
        }
    }

    private static HttpClient.Version version(HealthCheck check) {
        return "https".equals(check.address().getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    }

    private static Answer answered(HttpClient client, HealthCheck check, Instant now) {
        HttpRequest request = HttpRequest.newBuilder(check.address()).header("Accept", "application/json, */*")
                .header("Cache-Control", "no-cache").GET().build();
        long began = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> pending = client.sendAsync(request,
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> response = pending.get(check.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return judged(check, response, Duration.ofNanos(System.nanoTime() - began)).at(now);
        } catch (TimeoutException e) {
            return Answer.none(Optional.empty(), late(check));
        } catch (ExecutionException e) {
            return failed(check, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.none(Optional.empty(), "The question was cancelled here.");
        }
    }

    private static Judged judged(HealthCheck check, HttpResponse<byte[]> response, Duration latency) {
        return new Judged(check, response.statusCode(), response.headers().firstValue("Content-Type").orElse("no content type"),
                response.headers().firstValue("Location").orElse(""), response.body(), latency,
                response.sslSession().flatMap(ServerCertificate::of).map(ServerCertificate::end));
    }

    private static Answer failed(HealthCheck check, Throwable cause) {
        return switch (cause) {
            case SSLException e -> refused(check, e);
            case HttpTimeoutException _ -> Answer.none(Optional.empty(), late(check));
            case ConnectException e when rootOf(e) instanceof UnresolvedAddressException -> nameless(check);
            case UnknownHostException _ -> nameless(check);
            case ConnectException _ -> Answer.none(Optional.empty(), "The connection was refused.");
            default -> Answer.none(Optional.empty(), String.valueOf(cause.getMessage()).contains("exceeds capacity")
                    ? "The answer is larger than " + (LARGEST >> 10) + " KiB and was not read."
                    : "The server hung up before its answer was whole.");
        };
    }

    private static Answer refused(HealthCheck check, SSLException error) {
        return ServerCertificate.shownBy(check.address(), check.timeout())
                .map(shown -> Answer.none(Optional.of(shown.end()), shown.refusal(error, check.address().getHost(),
                Instant.now())))
                .orElseGet(() -> Answer.none(Optional.empty(), "The TLS handshake failed: "
                        + Redaction.of(String.valueOf(error.getMessage())) + "."));
    }

    private static Answer nameless(HealthCheck check) {
        return Answer.none(Optional.empty(), "The name " + check.address().getHost() + " does not resolve.");
    }

    private static String late(HealthCheck check) {
        return "There was no whole answer within " + Words.millis(check.timeout()) + ".";
    }

    private static Throwable rootOf(Throwable error) {
        return error.getCause() == null ? error : rootOf(error.getCause());
    }
}
