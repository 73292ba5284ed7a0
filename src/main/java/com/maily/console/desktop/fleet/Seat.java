package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Region;

/** A component where it lives: what one cell of the matrix is read from. */
record Seat(String environment, Component component) {

    /** The name people use, whatever the region: {@code api}. */
    String base() {
        return component.base();
    }

    /** Empty for a component with one home in its environment. */
    String region() {
        return component.region();
    }

    /** {@code kubernetes} for {@code kubernetes@eu-west-1}. */
    String platform() {
        return Region.baseOf(component.platform());
    }

    /** {@code api in eu-west-1}, {@code api in staging}. */
    String words() {
        return base() + " in " + (region().isEmpty() ? environment : region());
    }
}
