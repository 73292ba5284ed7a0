package com.maily.console.sandbox.alertmanager;

import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.MutesContract;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.time.Duration;

class SandboxMutesTest extends MutesContract {

    private final Mutes mutes = new SandboxMutes(AlertWorld.start(clock, new SeriesStore(Duration.ofHours(1))), "production");

    @Override
    protected Mutes mutes() {
        return mutes;
    }
}
