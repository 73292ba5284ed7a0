package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.Pod;
import com.maily.console.core.port.Pods;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects single pod events into batches that hold the latest of each pod only, so that a busy cluster does not flood a
 * listener.
 */
final class PodChanges {

    private final Map<String, Pod> changed = new LinkedHashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final Map<String, Pod> last = new HashMap<>();

    synchronized void put(Pod pod) {
        gone.remove(pod.name());
        changed.put(pod.name(), pod);
        notifyAll();
    }

    synchronized void remove(String name) {
        changed.remove(name);
        gone.add(name);
        notifyAll();
    }

    /** Waits until there is something, then takes all of it. Empty when nothing is really different from the batch before. */
    synchronized Optional<Pods.Change> take(Instant at) throws InterruptedException {
        while (changed.isEmpty() && gone.isEmpty()) {
            wait();
        }
        return drain(at);
    }

    synchronized Optional<Pods.Change> drain(Instant at) {
        changed.values().removeIf(pod -> pod.equals(last.get(pod.name())));
        gone.removeIf(name -> !last.containsKey(name));
        last.putAll(changed);
        gone.forEach(last::remove);
        Pods.Change change = new Pods.Change(java.util.List.copyOf(changed.values()), Set.copyOf(gone), at);
        boolean nothing = changed.isEmpty() && gone.isEmpty();
        changed.clear();
        gone.clear();
        return nothing ? Optional.empty() : Optional.of(change);
    }
}
