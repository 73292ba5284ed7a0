package com.maily.console.platforms.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an informer must remember of pods to notice changes and the lack of them: which there are, and at which version. A whole
 * pod is some twenty kilobytes of objects, and there may be ten thousand.
 */
final class LeanPods implements ItemStore<Pod> {

    private final Map<String, Pod> pods = new ConcurrentHashMap<>();

    @Override
    public String getKey(Pod pod) {
        return com.maily.console.core.port.Pod.key(pod.getMetadata().getNamespace(), pod.getMetadata().getName());
    }

    @Override
    public @Nullable Pod put(String key, Pod pod) {
        return pods.put(key, lean(pod));
    }

    private static Pod lean(Pod pod) {
        Pod lean = new Pod();
        ObjectMeta whole = pod.getMetadata();
        lean.setMetadata(new ObjectMetaBuilder().withNamespace(whole.getNamespace()).withName(whole.getName())
                .withUid(whole.getUid())
                .withResourceVersion(whole.getResourceVersion()).build());
        return lean;
    }

    @Override
    public @Nullable Pod remove(String key) {
        return pods.remove(key);
    }

    @Override
    public Stream<String> keySet() {
        return pods.keySet().stream();
    }

    @Override
    public Stream<Pod> values() {
        return pods.values().stream();
    }

    @Override
    public int size() {
        return pods.size();
    }

    @Override
    public @Nullable Pod get(String key) {
        return pods.get(key);
    }

    @Override
    public boolean isFullState() {
        return false;
    }
}
