package com.maily.console.core.port;

import com.maily.console.core.model.Component;

/**
 * Tells how a component's workload is set up: what scales it, bounds it, lets traffic to it and checks its health. Changes
 * nothing.
 */
public interface Facts {
    WorkloadFacts of(Component component);
}
