package com.maily.console.core.port;

import java.time.Instant;
import java.util.Optional;

/**
 * A component whose traffic is switched at once from one version to another, instead of being shifted.
 *
 * @param active         takes all traffic
 * @param preview        stands ready beside it to be switched to; empty when nothing new is under way
 * @param switchPossible whether the preview is all there and only waits to be switched to
 * @param kept           the version that was active before, whose pods are still there; empty when they are gone
 * @param scaleDownAt    when the kept pods go
 * @param state          the platform's own word for where it stands
 */
public record BlueGreen(Side active, Optional<Side> preview, boolean switchPossible, Optional<Side> kept,
        Optional<Instant> scaleDownAt,
                        String state) {

    /** @param revision tells its pods from the other version's */
    public record Side(String version, String revision, int ready, int wanted) { }
}
