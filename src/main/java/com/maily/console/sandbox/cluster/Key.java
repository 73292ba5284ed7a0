package com.maily.console.sandbox.cluster;

import java.util.Comparator;

/** Where an object lies within its kind; lists come in this order. */
record Key(String namespace, String name) implements Comparable<Key> {

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::namespace).thenComparing(Key::name);

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? "/" + name : "/" + namespace + "/" + name;
    }
}
