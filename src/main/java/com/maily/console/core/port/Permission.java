package com.maily.console.core.port;

import com.maily.console.core.model.Failure;
import java.time.Instant;
import java.util.Optional;

/** What a platform said of one thing our account wants to do, and when it said so. */
public sealed interface Permission {

    Instant at();

    record Allowed(Instant at) implements Permission { }

    /** @param failure what is off, with the missing right named */
    record Denied(Failure.Denied failure, Instant at) implements Permission { }

    /** Nobody could tell, so it may be tried. @param why as a sentence */
    record Unknown(String why, Instant at) implements Permission { }

    /** Why it must not even be tried; empty when it may. */
    default Optional<Failure> refusal() {
        return switch (this) {
            case Denied denied -> Optional.of(denied.failure());
            case Allowed _, Unknown _ -> Optional.empty();
        };
    }
}
