package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Permission;
import com.maily.console.core.port.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Asks the cluster once what our account may do, by access reviews, and remembers it for ten minutes: less when a request was
 * refused or other credentials came into use since. Safe for use by several threads.
 */
public final class KubernetesRights implements Rights {

    private static final Duration KEPT = Duration.ofMinutes(10);

    /** @param doubts how often the connection had been told otherwise when this was asked */
    private record Answered(boolean allowed, Instant at, long doubts) { }

    private final KubernetesConnection connection;
    private final AccessReview review;
    private final Function<Component, Routing> finds;
    private final Map<Right, Answered> answers = new HashMap<>();
    private final Map<String, Routing> found = new ConcurrentHashMap<>();

    /** @param finds what owns the route of a component whose routing is {@link Routing#FOUND}; may ask the cluster */
    public KubernetesRights(KubernetesConnection connection, Function<Component, Routing> finds) {
        this.connection = connection;
        this.finds = finds;
        this.review = new AccessReview(connection);
    }

    @Override
    public Permission may(Component component, Action action) {
        return asked(action.words() + " of " + component.name(), () -> NeededRights.of(routed(component, action), action));
    }

    @Override
    public Permission may(Action action) {
        return asked(action.words(), () -> NeededRights.of(action));
    }

    @Override
    public Permission known(Component component, Action action) {
        Routing routing = needsRouter(component, action) ? found.get(component.name()) : component.routing();
        return routing == null ? new Permission.Unknown("What routes it was not looked for yet.", connection.now())
                : decided(action.words() + " of " + component.name(), NeededRights.of(component.routedBy(routing), action));
    }

    private Component routed(Component component, Action action) {
        if (!needsRouter(component, action)) {
            return component;
        }
        Routing routing = finds.apply(component);
        found.put(component.name(), routing);
        return component.routedBy(routing);
    }

    /** Which right is needed hangs on what was found, so that nothing can be said before. */
    private static boolean needsRouter(Component component, Action action) {
        return component.routing().kind().equals(Routing.FOUND) && NeededRights.dependOnRouter(action);
    }

    private Permission asked(String what, Supplier<List<Right>> needs) {
        try {
            List<Right> needed = needs.get();
            needed.forEach(this::ask);
            return decided(what, needed);
        } catch (FailureException silent) {
            return new Permission.Unknown("The cluster does not tell: " + silent.failure().why(), connection.now());
        }
    }

    /** Two who ask at the same time ask twice; nobody waits for the cluster while holding a lock that screens want. */
    private void ask(Right right) {
        long doubts = connection.doubts();
        if (fresh(right).isEmpty()) {
            Answered answered = new Answered(review.allows(right), connection.now(), doubts);
            synchronized (answers) {
                answers.put(right, answered);
            }
        }
    }

    private Optional<Answered> fresh(Right right) {
        synchronized (answers) {
            return Optional.ofNullable(answers.get(right)).filter(one -> one.doubts() == connection.doubts()
                    && Duration.between(one.at(), connection.now()).compareTo(KEPT) < 0);
        }
    }

    private Permission decided(String what, List<Right> needed) {
        List<Right> missing = needed.stream().filter(right -> fresh(right).filter(one -> !one.allowed()).isPresent()).toList();
        Instant at = needed.stream().flatMap(right -> fresh(right).stream()).map(Answered::at).min(Instant::compareTo)
                .orElse(connection.now());
        if (!missing.isEmpty()) {
            return new Permission.Denied(denied(what, missing), at);
        }
        return needed.stream().allMatch(right -> fresh(right).isPresent()) ? new Permission.Allowed(at)
                : new Permission.Unknown("The cluster was not asked lately.", at);
    }

    private Failure.Denied denied(String what, List<Right> missing) {
        String rights = missing.stream().map(Right::toString).collect(Collectors.joining(", "));
        String grants = missing.stream().map(Right::granted).collect(Collectors.joining(", "));
        return new Failure.Denied(what + " is off", "Our account may not " + rights + " in " + connection.namespace() + ".",
                "Ask for " + grants + " in " + connection.namespace() + ".");
    }
}
