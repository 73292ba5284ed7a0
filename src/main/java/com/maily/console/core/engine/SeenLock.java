package com.maily.console.core.engine;

import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockState;

/** A lock without its writes, for previews. */
record SeenLock(EnvironmentLock lock) implements EnvironmentLock {

    @Override
    public String identity() {
        return lock.identity();
    }

    @Override
    public LockState observe() {
        return lock.observe();
    }

    @Override
    public LockState hold(LockState seen, LockClaim claim) {
        throw ReadOnlyPlatforms.written("take the lock");
    }

    @Override
    public LockState release(LockState held) {
        throw ReadOnlyPlatforms.written("release the lock");
    }
}
