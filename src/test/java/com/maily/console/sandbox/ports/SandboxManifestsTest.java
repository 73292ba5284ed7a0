package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.ManifestsContract;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.SteadyImages;
import com.maily.console.sandbox.cluster.Write;
import java.time.Instant;

/** The contract in memory. */
class SandboxManifestsTest extends ManifestsContract {

    private static final class World implements Harness {
        private final SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-21T10:00:00Z"));
        private final Cluster cluster = new Cluster(clock, new SteadyImages(), 77);
        private final Place place = new Place(cluster, clock, "default");

        @Override
        public Manifests manifests() {
            return new SandboxManifests(cluster, clock, "default");
        }

        @Override
        public void somebodyWrites(String configMap, String key, String value) {
            ObjectNode object = Read.object();
            object.putObject("metadata").put("name", configMap);
            object.putObject("data").put(key, value);
            cluster.create(Kinds.CONFIG_MAPS, "default", object, Write.by("somebody-else"));
        }

        @Override
        public String read(String configMap, String key) {
            return place.find(Kinds.CONFIG_MAPS, configMap).map(found -> Read.text(found, "data", key)).orElse("");
        }

        @Override
        public void close() { }
    }

    @Override
    protected Harness open() {
        return new World();
    }
}
