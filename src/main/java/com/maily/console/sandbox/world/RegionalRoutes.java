package com.maily.console.sandbox.world;

import java.util.List;
import java.util.Map;

/** Routes of a world with several clusters: each region has its own, beside those of what is there once. */
public record RegionalRoutes(Routes global, Map<String, Routes> regions) implements Routes {

    @Override
    public List<Backend> backends(String environment, String component) {
        return global.backends(environment, component);
    }

    @Override
    public Routes in(String region) {
        return regions.getOrDefault(region, global);
    }
}
