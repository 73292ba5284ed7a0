package com.maily.console.desktop.shell;

import com.maily.console.core.port.LockHolder;
import com.maily.console.core.port.LockState;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.Optional;

/**
 * What the lock's cell and panel say, and what a person may do about it.
 *
 * @param owner      who holds the environment, {@code free}, or {@code unknown}; empty where there is no lock
 * @param age        for how long, or that the lease is over
 * @param mayTakeOver its holder stopped renewing it
 * @param mayBreak   somebody else holds it
 */
record LockModel(State state, String owner, String age, String sentence, boolean mayTakeOver, boolean mayBreak) {

    static LockModel of(LockReading reading, Instant now) {
        if (!reading.lockable()) {
            return quiet(State.STALE, "", "Nothing in this environment can keep a lock, so two consoles are not kept apart.");
        }
        String trouble = reading.trouble().map(why -> " It could not be read again: " + why.sentence()).orElse("");
        if (reading.state().isEmpty()) {
            return quiet(State.STALE, "unknown", trouble.isEmpty() ? "It has not been read yet." : trouble.strip());
        }
        LockState state = reading.state().get();
        Optional<LockHolder> holder = state.holder();
        if (holder.isEmpty()) {
            return quiet(trouble.isEmpty() ? State.DONE : State.STALE, trouble.isEmpty() ? "free" : "unknown",
                    state.sentence() + trouble);
        }
        return held(reading, state, holder.get(), trouble, now);
    }

    private static LockModel held(LockReading reading, LockState state, LockHolder holder, String trouble, Instant now) {
        boolean over = state.expired();
        State sign = reading.ours() ? State.RUNNING : over || !trouble.isEmpty() ? State.STALE : State.HELD;
        String words = (reading.ours() ? "This console has it. " : "") + state.sentence() + trouble;
        return new LockModel(sign, holder.owner(), over ? "expired" : Format.age(holder.since(), now), words,
                over && !reading.ours() && trouble.isEmpty(), !reading.ours());
    }

    private static LockModel quiet(State state, String owner, String sentence) {
        return new LockModel(state, owner, "", sentence, false, false);
    }
}
