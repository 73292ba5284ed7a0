package com.maily.console.sandbox.world;

import com.maily.console.core.port.Track;
import com.maily.console.sandbox.vercel.FrontendTraffic;
import com.maily.console.sandbox.vercel.VercelWorld;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the frontend's requests go: as Vercel's edge splits them. Its functions need no pods and are always ready. */
public final class VercelRoutes implements Routes {

    private static final String COMPONENT = "frontend";

    private final Map<String, VercelWorld> worlds;

    /** @param worlds by environment */
    public VercelRoutes(Map<String, VercelWorld> worlds) {
        this.worlds = Map.copyOf(worlds);
    }

    @Override
    public List<Backend> backends(String environment, String component) {
        return component.equals(COMPONENT)
                ? Optional.ofNullable(worlds.get(environment)).map(VercelWorld::traffic).map(VercelRoutes::backends).orElse(List.of())
                : List.of();
    }

    private static List<Backend> backends(FrontendTraffic split) {
        double canary = split.canaryVersion().isPresent() ? split.canaryPercent() : 0;
        Backend stable = new Backend(Track.STABLE, split.stableVersion(), 1, 100 - canary);
        return split.canaryVersion().map(version -> List.of(stable, new Backend(Track.CANARY, version, 1, canary)))
                .orElse(List.of(stable));
    }
}
