package com.maily.console.core.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The live pods of one environment. Their stream never enters the journal. */
public interface Pods {

    /** A batch of changes: latest state per pod, and the names of those that are gone. */
    record Change(Collection<Pod> changed, Collection<String> gone, Instant at) { }

    /** Calls {@code listener} at once with all pods there are, then with each batch of changes, on a thread of the adapter. */
    Subscription watch(Consumer<Change> listener);

    /** The newest lines of a pod's log, oldest first. */
    List<String> log(String pod, int lines);
}
