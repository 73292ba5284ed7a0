package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.ManifestsContract;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Optional;

/** The contract over the wire, or on the real cluster that {@code -Dkubeconfig} names. */
class KubernetesManifestsTest extends ManifestsContract {

    private record World(KubernetesWorld cluster) implements Harness {
        @Override
        public Manifests manifests() {
            return new KubernetesManifests(cluster.connection());
        }

        @Override
        public void somebodyWrites(String configMap, String key, String value) {
            cluster.connection().client().configMaps().inNamespace(cluster.connection().namespace())
                    .resource(new ConfigMapBuilder()
                    .withNewMetadata().withName(configMap).endMetadata().addToData(key, value).build())
                    .fieldManager("somebody-else").serverSideApply();
        }

        @Override
        public String read(String configMap, String key) {
            return Optional.ofNullable(cluster.connection().client().configMaps().inNamespace(cluster.connection().namespace())
                    .withName(configMap).get()).map(ConfigMap::getData).map(data -> data.getOrDefault(key, "")).orElse("");
        }

        @Override
        public void close() {
            cluster.close();
        }
    }

    @Override
    protected Harness open() throws Exception {
        return new World(KubernetesWorld.open(Routing.REPLICA_RATIO));
    }
}
