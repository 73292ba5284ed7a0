package com.maily.console.core.port;

import com.maily.console.core.model.Component;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The live pods of one environment. Their stream never enters the journal. */
public interface Pods {

    /** A batch of changes: latest state per pod, and the {@link Pod#key}s of those that are gone. */
    record Change(Collection<Pod> changed, Collection<String> gone, Instant at) { }

    /** Calls {@code listener} at once with all pods there are, then with each batch of changes, on a thread of the adapter. */
    Subscription watch(Consumer<Change> listener);

    /** The newest lines of a pod's log, oldest first. */
    List<String> log(String pod, int lines);

    /**
     * Tells what a container writes until it is closed or the log has ended. Broken connections and a container that is still
     * being created are told and gone on from. Calls {@code listener} on a thread of the adapter.
     */
    Subscription follow(LogSource source, Consumer<LogNews> listener);

    /** What the pods use now. */
    PodUsage usage();

    /** What is noted about a pod, oldest first; platforms forget after about an hour. */
    List<PodEvent> events(Pod pod);

    /** What is noted about a component and everything it is made of, oldest first. */
    List<PodEvent> events(Component component);
}
