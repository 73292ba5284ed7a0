package com.maily.console.core.model;

import java.util.Optional;

/**
 * What keeps people from changing an environment by mistake.
 *
 * @param readOnly    nothing is ever sent there
 * @param protect     its name must be typed before anything is sent there
 * @param largestStep the most percent points a canary may be raised by at once, empty for no such limit; lowering has none
 */
public record Guard(boolean readOnly, boolean protect, Optional<Weight> largestStep) {

    public static final Guard NONE = new Guard(false, false);

    /** One whose canaries may rise as far as their ladders go. */
    public Guard(boolean readOnly, boolean protect) {
        this(readOnly, protect, Optional.empty());
    }
}
