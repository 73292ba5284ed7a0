package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.Pod;
import com.maily.console.core.port.Pods;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Collects single pod events into batches that hold the latest of each pod only, so that a busy cluster does not flood a
 * listener. Keeps what was told, for listeners that come later.
 */
final class PodChanges {

    private final Map<String, Pod> changed = new LinkedHashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final Map<String, Pod> told = new HashMap<>();

    synchronized void put(Pod pod) {
        gone.remove(pod.key());
        changed.put(pod.key(), pod);
        notifyAll();
    }

    synchronized void remove(String key) {
        changed.remove(key);
        gone.add(key);
        notifyAll();
    }

    /** After everything was listed: what is not {@code present} any more is gone, whether or not anybody said so. */
    synchronized void retain(Predicate<String> present) {
        Stream.concat(told.keySet().stream(), changed.keySet().stream()).filter(present.negate()).toList().forEach(this::remove);
    }

    synchronized void await() throws InterruptedException {
        while (changed.isEmpty() && gone.isEmpty()) {
            wait();
        }
    }

    /** All pods as they were last told. */
    synchronized Pods.Change all(Instant at) {
        return new Pods.Change(List.copyOf(told.values()), List.of(), at);
    }

    /** Takes what there is. Empty when nothing is really different from the batch before. */
    synchronized Optional<Pods.Change> drain(Instant at) {
        changed.values().removeIf(pod -> pod.equals(told.get(pod.key())));
        gone.removeIf(key -> !told.containsKey(key));
        told.putAll(changed);
        gone.forEach(told::remove);
        Pods.Change change = new Pods.Change(List.copyOf(changed.values()), Set.copyOf(gone), at);
        boolean nothing = changed.isEmpty() && gone.isEmpty();
        changed.clear();
        gone.clear();
        return nothing ? Optional.empty() : Optional.of(change);
    }
}
