package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.Rights.Action;
import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Whether an order may be given at all, before anybody is asked anything: nothing where the console only reads, nothing that
 * changes a protected environment before its name was typed, and nothing our account is known not to be allowed.
 */
final class Guards {

    /** On the wall, like everything a person does by hand. */
    private static final Duration TYPED_LASTS = Duration.ofMinutes(2);

    private record Typed(String environment, Actor by) { }

    private final Workspace workspace;
    private final Time time;
    private final Function<String, Platforms> platforms;
    private final Map<Typed, Instant> typed = new ConcurrentHashMap<>();

    Guards(Workspace workspace, Time time, Function<String, Platforms> platforms) {
        this.workspace = workspace;
        this.time = time;
        this.platforms = platforms;
    }

    static Failure readOnly(String environment) {
        return new Failure.Rejected(environment + " is read-only", "The workspace file says so; the console shows it and sends "
                + "nothing there.", "Take read-only out of its entry, or work where it may be changed.");
    }

    /** Somebody typed the environment's name; that stands for one order of theirs. */
    Optional<Failure> confirm(String environment, String name, Actor by) {
        if (!environment.equals(name)) {
            return Optional.of(new Failure.Rejected("That is not the name of " + environment, "'" + name + "' was typed.",
                    "Type " + environment + " exactly."));
        }
        typed.put(new Typed(environment, by), time.instant());
        return Optional.empty();
    }

    /** For orders that change things: uses up what was typed. @throws FailureException why it must not be given */
    void require(String environment, Actor by) {
        shut(environment).or(() -> untyped(environment, by)).ifPresent(why -> {
            throw new FailureException(why);
        });
    }

    private Optional<Failure> shut(String environment) {
        return workspace.environment(environment).filter(Environment::readOnly).map(_ -> readOnly(environment));
    }

    private Optional<Failure> untyped(String environment, Actor by) {
        return workspace.environment(environment).filter(place -> place.protect() && !isTyped(new Typed(environment, by)))
                .map(_ -> new Failure.Rejected(environment + " is protected", "Its name was not typed for this order.",
                        "Type its name; on the command line add --confirm=" + environment + "."));
    }

    private boolean isTyped(Typed one) {
        Instant at = typed.remove(one);
        return at != null && time.onTheWall(Duration.between(at, time.instant())).compareTo(TYPED_LASTS) <= 0;
    }

    /** Less traffic for a canary waits for no name to be typed, and what was confirmed when it started goes on without. */
    Optional<Failure> refusal(Order order, Deployment run) {
        String environment = run.plan().environment();
        return switch (order) {
            case Order.Pause _, Order.Cancel _, Order.Unqueue _ -> Optional.empty();
            case Order.Resume _, Order.Skip _, Order.Answer _ -> shut(environment);
            case Order.Retry _ -> shut(environment).or(() -> untyped(environment, order.by()));
            case Order.Canaries moves -> shut(environment).or(() -> forbidden(moves, run))
                    .or(() -> Orders.raises(moves, run) ? untyped(environment, moves.by()) : Optional.empty());
        };
    }

    /** Only what is known already: orders are taken at once. What is not known may be tried. */
    private Optional<Failure> forbidden(Order.Canaries moves, Deployment run) {
        try {
            Rights rights = platforms.apply(run.plan().environment()).rights();
            return moves.components().stream().flatMap(name -> workspace.in(run.plan().environment()).component(name).stream())
                    .flatMap(component -> rights.known(component, Action.SHIFT).refusal().stream()).findFirst();
        } catch (FailureException unreachable) {
            return Optional.empty();
        }
    }
}
