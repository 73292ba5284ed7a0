package com.maily.console.core.model;

/**
 * What keeps people from changing an environment by mistake.
 *
 * @param readOnly  nothing is ever sent there
 * @param protect   its name must be typed before anything is sent there
 */
public record Guard(boolean readOnly, boolean protect) {

    public static final Guard NONE = new Guard(false, false);
}
