package com.maily.console.platforms.http;

import com.maily.console.core.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is costly to make until shortly before it runs out, so that one making serves all requests. One thread makes, the
 * others wait for it; a making that failed is told to everybody for a moment, so that a crowd does not make it fail as often.
 */
public final class Kept<T> {

    /** Sooner nothing is made again, whatever happens to it. */
    public static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration EARLY = Duration.ofSeconds(10);

    /** @param until when it runs out; empty when that is not known */
    public record Fresh<T>(T value, Optional<Instant> until) { }

    private final Supplier<Fresh<T>> making;
    private final InstantSource wall;
    private @Nullable Fresh<T> present;
    private @Nullable FailureException trouble;
    private Instant madeAt = Instant.MIN;

    /** @param wall the clock in which it runs out, which is never a sandbox's */
    public Kept(Supplier<Fresh<T>> making, InstantSource wall) {
        this.making = making;
        this.wall = wall;
    }

    /** @throws FailureException why it could not be made just now */
    public synchronized T get() {
        Instant now = wall.instant();
        boolean justNow = !madeAt.equals(Instant.MIN) && Duration.between(madeAt, now).abs().compareTo(PAUSE) < 0;
        if (trouble != null && justNow) {
            throw trouble;
        }
        if (present != null && (justNow || lasts(present, now))) {
            return present.value();
        }
        return make();
    }

    private static boolean lasts(Fresh<?> one, Instant now) {
        return one.until().map(end -> now.isBefore(end.minus(EARLY))).orElse(true);
    }

    private T make() {
        trouble = null;
        present = null;
        try {
            Fresh<T> made = making.get();
            present = made;
            return made.value();
        } catch (FailureException failed) {
            trouble = failed;
            throw failed;
        } finally {
            madeAt = wall.instant();
        }
    }

    /** Forgets {@code value} if it is still the present one; what was made a moment ago is given a chance first. */
    public synchronized void refused(T value) {
        boolean ours = present != null && present.value().equals(value);
        if (ours && Duration.between(madeAt, wall.instant()).abs().compareTo(PAUSE) >= 0) {
            present = null;
        }
    }
}
