package com.maily.console.desktop.shell;

import com.maily.console.core.model.Failure;
import com.maily.console.core.port.LockState;
import java.util.Optional;

/**
 * An environment's lock as it was last read.
 *
 * @param lockable whether anything in the environment can keep a lock; true until that is known
 * @param state    empty before the first answer
 * @param ours     whether this console holds it
 * @param trouble  why the last attempt failed; empty when it went well
 */
record LockReading(boolean lockable, Optional<LockState> state, boolean ours, Optional<Failure> trouble) {

    static final LockReading UNREAD = new LockReading(true, Optional.empty(), false, Optional.empty());
    static final LockReading NONE = new LockReading(false, Optional.empty(), false, Optional.empty());

    LockReading failed(Failure why) {
        return new LockReading(lockable, state, ours, Optional.of(why));
    }
}
