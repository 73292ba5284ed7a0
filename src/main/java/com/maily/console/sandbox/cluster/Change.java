package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One change of the store, as watches tell it.
 *
 * @param object the object after the change, or as it was last when deleted; shared, never to be modified
 * @param before the object before the change, null when it was added
 */
public record Change(Type type, Kind kind, long version, ObjectNode object, @Nullable ObjectNode before) {

    /** The words of the watch protocol. */
    public enum Type { ADDED, MODIFIED, DELETED }
}
