package com.maily.console.platforms.kubernetes;

import com.maily.console.platforms.http.Tokens;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Puts the present token on each request, and after a 401 asks for another and sends the request once more. In place of the
 * SDK's own, which runs plugins through a shell and keeps a provider's token for a minute.
 */
final class BearerToken implements Interceptor {

    private static final String HEADER = "Authorization";
    private static final String SCHEME = "Bearer ";
    private static final Executor ASIDE = task -> Thread.ofVirtual().name("token-renewal").start(task);

    private final Tokens tokens;
    private final Runnable renewed;
    private volatile String last = "";

    /** @param renewed told when other credentials come into use */
    BearerToken(Tokens tokens, Runnable renewed) {
        this.tokens = tokens;
        this.renewed = renewed;
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        put(builder, tokens.current());
    }

    @Override
    public CompletableFuture<Boolean> afterFailure(BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
        if (response.code() != 401) {
            return CompletableFuture.completedFuture(false);
        }
        String header = response.request().header(HEADER);
        String used = header == null ? "" : header.replaceFirst("^" + SCHEME, "");
        return CompletableFuture.supplyAsync(() -> another(builder, used), ASIDE);
    }

    private boolean another(BasicBuilder builder, String used) {
        tokens.refused(used);
        String next = tokens.current();
        put(builder, next);
        return !next.equals(used);
    }

    private void put(BasicBuilder builder, String token) {
        if (!token.isEmpty()) {
            builder.setHeader(HEADER, SCHEME + token);
        }
        String before = last;
        last = token;
        if (!before.isEmpty() && !before.equals(token)) {
            renewed.run();
        }
    }
}
