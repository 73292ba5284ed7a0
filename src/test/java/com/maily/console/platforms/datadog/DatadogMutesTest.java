package com.maily.console.platforms.datadog;

import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.MutesContract;
import org.junit.jupiter.api.AfterEach;

class DatadogMutesTest extends MutesContract {

    private final DatadogBox box = DatadogBox.on(clock);

    @Override
    protected Mutes mutes() {
        return new DatadogDowntimes(box.client(), "env:production");
    }

    @AfterEach
    void close() {
        box.close();
    }
}
