package com.maily.console.sandbox.grafana;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The annotations of the sandbox's Grafana. Thread-safe. */
public final class GrafanaWorld {

    private final Map<Long, Mark> marks = new LinkedHashMap<>();
    private long made;

    /** Newest first. */
    public synchronized List<Mark> marks() {
        return List.copyOf(marks.values()).reversed();
    }

    /** Those that have all of the tags. */
    synchronized List<Mark> tagged(Collection<String> tags) {
        return marks().stream().filter(mark -> mark.tags().containsAll(tags)).toList();
    }

    synchronized long add(Mark mark) {
        made++;
        marks.put(made, new Mark(made, mark.time(), Math.max(mark.time(), mark.timeEnd()), mark.text(), mark.tags(), mark.dashboard()));
        return made;
    }

    /** Empty when there is none of that id. */
    synchronized Optional<Mark> change(long id, UnaryOperator<Mark> change) {
        return Optional.ofNullable(marks.computeIfPresent(id, (_, mark) -> change.apply(mark)));
    }

    synchronized boolean delete(long id) {
        return marks.remove(id) != null;
    }
}
