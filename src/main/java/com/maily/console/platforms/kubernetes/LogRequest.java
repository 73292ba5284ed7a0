package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.LogSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Asks for one container's log as a stream. The SDK's own way hides refusals from whoever reads. */
record LogRequest(KubernetesConnection connection) {

    @Nullable Pod pod(LogSource source) {
        return connection.call("Reading pod/" + source.pod(),
                () -> connection.client().pods().inNamespace(source.namespace()).withName(source.pod()).get());
    }

    /** @param since goes on from there instead of {@link LogSource#tail} lines back */
    InputStream open(LogSource source, String container, Optional<Instant> since) {
        String query = "?timestamps=true&container=" + encoded(container) + (source.previous() ? "&previous=true"
                : "&follow=true")
                + since.map(at -> "&sinceTime=" + encoded(at.toString())).orElse("&tailLines=" + source.tail());
        String address = connection.client().getMasterUrl().toString().replaceFirst("/$", "") + "/api/v1/namespaces/"
                + encoded(source.namespace()) + "/pods/" + encoded(source.pod()) + "/log" + query;
        return connection.call("Reading the log of pod/" + source.pod(), () -> sent(address));
    }

    private InputStream sent(String address) {
        HttpClient client = connection.client().getHttpClient();
        HttpResponse<InputStream> response;
        try {
            response = client.sendAsync(client.newHttpRequestBuilder().uri(address).forStreaming().build(),
                    InputStream.class).join();
        } catch (CompletionException failed) {
            throw new KubernetesClientException("The log could not be asked for.", failed.getCause());
        }
        if (!response.isSuccessful()) {
            throw refusal(response);
        }
        return response.body();
    }

    private static KubernetesClientException refusal(HttpResponse<InputStream> response) {
        Status status = new Status();
        String text = "";
        try (InputStream in = response.body()) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            status = Serialization.unmarshal(text, Status.class);
        } catch (IOException | RuntimeException notJson) {
            status.setMessage(text);
        }
        return new KubernetesClientException(String.valueOf(status.getMessage()), response.code(), status);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
