package com.maily.console.desktop.sla;

import java.time.Duration;

/** What can be chosen on the SLA screen. */
interface SlaActions {

    void component(String name);

    void range(Duration length);
}
