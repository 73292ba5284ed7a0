package com.maily.console.platforms.argocd;

import com.maily.console.sandbox.argocd.ArgoFace;
import com.maily.console.sandbox.argocd.ArgoWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Our client on one end of a loopback, the sandbox's Argo CD on the other. */
final class ArgoCdWire implements AutoCloseable {

    static final String TOKEN = "argo.sandbox.token";

    final ArgoFace face;
    final ArgoCdClient client;

    ArgoCdWire(ArgoWorld world, Map<String, String> settings) {
        face = new ArgoFace(world, TOKEN);
        client = client(face.address(), settings);
    }

    static ArgoCdClient client(URI address, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of("url", address.toString(), "token", "file:" + token(), "timeout", "10"));
        all.putAll(settings);
        return ArgoCdClient.of(all);
    }

    private static Path token() {
        try {
            Path file = Files.writeString(Files.createTempFile("argocd", ".token"), TOKEN);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        face.close();
    }
}
