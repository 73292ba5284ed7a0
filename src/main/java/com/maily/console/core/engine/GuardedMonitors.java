package com.maily.console.core.engine;

import com.maily.console.core.model.Objective;
import com.maily.console.core.port.MonitorSetUp;
import java.util.List;

/** Monitors whose making asks a {@link WriteCheck} first; what {@link GuardedPlatforms} hands out. */
record GuardedMonitors(MonitorSetUp setUp, WriteCheck check) implements MonitorSetUp {

    @Override
    public String system() {
        return setUp.system();
    }

    @Override
    public List<Wanted> plan(List<Objective> objectives) {
        return setUp.plan(objectives);
    }

    @Override
    public String create(Wanted missing) {
        check.before("create a monitor of " + setUp.system());
        return setUp.create(missing);
    }
}
