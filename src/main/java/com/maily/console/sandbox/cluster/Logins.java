package com.maily.console.sandbox.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Who stands behind a request: by bearer token, or by whatever a token review says of it. A request without one is taken as from
 * this machine's user, because kubectl sends no token over plain HTTP; once a review is set, it is refused.
 */
public final class Logins {

    private final String token = UUID.randomUUID().toString();
    private final Map<String, String> users = new ConcurrentHashMap<>(Map.of(token, Accounts.OWNER));
    private volatile Optional<Function<String, Optional<String>>> review = Optional.empty();

    /** The token of this machine's user. */
    String token() {
        return token;
    }

    /** From now on {@code newToken} opens the door for {@code user}. */
    public void admit(String newToken, String user) {
        users.put(newToken, user);
    }

    /** From now on {@code oldToken} is refused with 401, as when it has run out. */
    public void expel(String oldToken) {
        users.remove(oldToken);
    }

    /** Only {@code webhook} decides from now on: it says whose a token is, or that it is nobody's. */
    public void reviewBy(Function<String, Optional<String>> webhook) {
        review = Optional.of(webhook);
    }

    /** @throws ApiError 401 for a token that is nobody's */
    String user(Call call) {
        Optional<String> given = call.header("authorization");
        if (given.isEmpty() && review.isEmpty()) {
            return Accounts.OWNER;
        }
        return given.filter(header -> header.startsWith("Bearer ")).map(header -> header.substring("Bearer ".length()))
                .flatMap(this::known).orElseThrow(() -> new ApiError(401, "Unauthorized", "Unauthorized"));
    }

    private Optional<String> known(String given) {
        return review.isPresent() ? review.get().apply(given) : Optional.ofNullable(users.get(given));
    }
}
