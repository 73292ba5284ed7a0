package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Component;

/** A component where it lives: what one cell of the matrix is read from. */
record Seat(String environment, Component component) {

    /** The name people use, whatever the region: {@code api}. */
    String base() {
        return base(component.name());
    }

    /** Empty for a component with one home in its environment. */
    String region() {
        int at = component.name().indexOf('@');
        return at < 0 ? "" : component.name().substring(at + 1);
    }

    /** {@code kubernetes} for {@code kubernetes@eu-west-1}. */
    String platform() {
        return base(component.platform());
    }

    /** {@code api in eu-west-1}, {@code api in staging}. */
    String words() {
        return base() + " in " + (region().isEmpty() ? environment : region());
    }

    private static String base(String name) {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }
}
