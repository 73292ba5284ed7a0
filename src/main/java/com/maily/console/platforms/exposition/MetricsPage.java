package com.maily.console.platforms.exposition;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Serves {@code /metrics} on the loopback interface, for a Prometheus on the same machine. Off unless a port is asked for. */
public final class MetricsPage implements AutoCloseable {

    private final HttpServer server;

    private MetricsPage(HttpServer server) {
        this.server = server;
    }

    /** @param port 0 for any free one */
    public static MetricsPage open(OwnMetrics metrics, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/metrics", exchange -> {
                ByteArrayOutputStream page = new ByteArrayOutputStream();
                metrics.write(page);
                exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                exchange.sendResponseHeaders(200, page.size());
                exchange.getResponseBody().write(page.toByteArray());
                exchange.close();
            });
            server.start();
            return new MetricsPage(server);
        } catch (IOException e) {
            throw new FailureException(new Failure.Rejected("The console's own metrics can't be served on port " + port,
                    String.valueOf(e.getMessage()), "Choose another port with --metrics-port."), e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    InetAddress address() {
        return server.getAddress().getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
