package com.maily.console.core.port;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds objects in one environment that others own fields of as well: quotas, autoscalers, network policies. We decide only the
 * fields a manifest names, under one name of ours; what others own stays theirs.
 */
public interface Manifests {

    /**
     * One field that would be different.
     *
     * @param path   {@code spec.hard.pods}
     * @param before as it is, empty where there is nothing yet
     * @param after  as it would be, empty where it would go
     */
    record Change(String path, String before, String after) { }

    /** What applying a manifest would change. @param absent whether the object would be made */
    record Difference(Manifest manifest, boolean absent, List<Change> changes) {
        public Difference {
            changes = List.copyOf(changes);
        }

        /** Compares two objects by their leaves: values by path. */
        public static Difference of(Manifest manifest, boolean absent, Map<String, String> before, Map<String, String> after) {
            Set<String> paths = new TreeSet<>(before.keySet());
            paths.addAll(after.keySet());
            return new Difference(manifest, absent, paths.stream()
                    .map(path -> new Change(path, before.getOrDefault(path, ""), after.getOrDefault(path, "")))
                    .filter(change -> !change.before().equals(change.after())).toList());
        }

        public boolean none() {
            return !absent && changes.isEmpty();
        }
    }

    /**
     * Asks the platform itself what it would make of the manifest. Changes nothing.
     *
     * @throws FailureException {@code Conflict} naming the other owner of a field,
     *         {@code Rejected} for an object the platform would not take
     */
    Difference compare(Manifest manifest);

    /** Makes it so; never takes a field from somebody else. @return the equivalent command */
    String apply(Manifest manifest);
}
