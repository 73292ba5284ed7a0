package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The objects, one counter of versions over all kinds, and the recent changes of each kind so that a watch can resume. Stored
 * objects are never modified, only replaced. Used under the clock's lock.
 */
final class ObjectStore {

    private static final int KEPT = 2_000;

    private final Map<Kind, NavigableMap<Key, ObjectNode>> objects = new HashMap<>();
    private final Map<Kind, Deque<Change>> history = new HashMap<>();
    private final Map<Kind, Long> compacted = new HashMap<>();
    private final Map<Kind, List<Consumer<Change>>> listeners = new HashMap<>();
    private long version = 1;

    ObjectStore() {
        for (Kind kind : Kinds.ALL) {
            objects.put(kind, new TreeMap<>());
            history.put(kind, new ArrayDeque<>());
            compacted.put(kind, 0L);
            listeners.put(kind, new CopyOnWriteArrayList<>());
        }
    }

    long version() {
        return version;
    }

    Optional<ObjectNode> find(Kind kind, Key key) {
        return Optional.ofNullable(of(kind).get(key));
    }

    /** All of a kind in order, in one namespace or, when it is empty, in all. */
    Collection<ObjectNode> all(Kind kind, String namespace) {
        NavigableMap<Key, ObjectNode> map = of(kind);
        return namespace.isEmpty() ? map.values()
                : map.subMap(new Key(namespace, ""), true, new Key(namespace + "\0", ""), false).values();
    }

    /** Stores it under the next version and tells every listener. */
    ObjectNode put(Kind kind, ObjectNode object) {
        Key key = Meta.key(object);
        Meta.of(object).put("resourceVersion", Long.toString(++version));
        ObjectNode before = of(kind).put(key, object);
        publish(new Change(before == null ? Change.Type.ADDED : Change.Type.MODIFIED, kind, version, object, before));
        return object;
    }

    ObjectNode remove(Kind kind, Key key) {
        ObjectNode before = of(kind).remove(key);
        ObjectNode last = before.deepCopy();
        Meta.of(last).put("resourceVersion", Long.toString(++version));
        publish(new Change(Change.Type.DELETED, kind, version, last, before));
        return last;
    }

    /** The changes after {@code since}, oldest first. @throws ApiError 410 when they are no longer all kept */
    List<Change> since(Kind kind, long since) {
        long oldest = compacted.getOrDefault(kind, 0L);
        if (since < oldest) {
            throw ApiError.expired(since, oldest);
        }
        return changes(kind).stream().filter(change -> change.version() > since).toList();
    }

    /** Whether a list as of this version could still be told exactly. */
    boolean remembers(Kind kind, long at) {
        return at >= compacted.getOrDefault(kind, 0L);
    }

    /** Forgets the past: a watch from before now is answered 410. */
    void compact() {
        for (Kind kind : Kinds.ALL) {
            changes(kind).clear();
            compacted.put(kind, version);
        }
    }

    Runnable listen(Kind kind, Consumer<Change> listener) {
        List<Consumer<Change>> of = listeners.getOrDefault(kind, List.of());
        of.add(listener);
        return () -> of.remove(listener);
    }

    private void publish(Change change) {
        Deque<Change> changes = changes(change.kind());
        changes.addLast(change);
        if (changes.size() > KEPT) {
            compacted.put(change.kind(), changes.removeFirst().version());
        }
        listeners.getOrDefault(change.kind(), List.of()).forEach(listener -> listener.accept(change));
    }

    private NavigableMap<Key, ObjectNode> of(Kind kind) {
        return java.util.Objects.requireNonNull(objects.get(kind));
    }

    private Deque<Change> changes(Kind kind) {
        return java.util.Objects.requireNonNull(history.get(kind));
    }
}
