package com.maily.console.core.journal;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map that makes the folds fast: a copy with one value changed shares its keys with the original and copies only an
 * array of references, so that replaying a long journal neither rebuilds hash tables nor gives up purity. Keeps insertion order.
 */
final class Slots<V> extends AbstractMap<String, V> {

    /** Shared between copies; never changed once a Slots holds it. */
    private final Map<String, Integer> index;
    private final Object[] values;

    private Slots(Map<String, Integer> index, Object[] values) {
        this.index = index;
        this.values = values;
    }

    static <V> Slots<V> of(Map<String, V> map) {
        if (map instanceof Slots<V> already) {
            return already;
        }
        Map<String, Integer> index = LinkedHashMap.newLinkedHashMap(map.size());
        map.keySet().forEach(key -> index.put(key, index.size()));
        return new Slots<>(index, map.values().toArray());
    }

    /** A copy in which {@code key} has this value; a new key goes last. */
    Slots<V> with(String key, V value) {
        Integer slot = index.get(key);
        if (slot != null) {
            Object[] changed = values.clone();
            changed[slot] = value;
            return new Slots<>(index, changed);
        }
        Map<String, Integer> wider = new LinkedHashMap<>(index);
        wider.put(key, values.length);
        Object[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = value;
        return new Slots<>(wider, longer);
    }

    /** A copy in which the value of {@code key} is changed; this map itself when it has no such key. */
    Slots<V> changed(String key, UnaryOperator<V> change) {
        V value = get(key);
        return value == null ? this : with(key, change.apply(value));
    }

    Slots<V> allChanged(UnaryOperator<V> change) {
        Object[] changed = new Object[values.length];
        Arrays.setAll(changed, slot -> change.apply(value(slot)));
        return new Slots<>(index, changed);
    }

    @SuppressWarnings("unchecked")
    private V value(int slot) {
        return (V) values[slot];
    }

    @Override
    public @Nullable V get(Object key) {
        Integer slot = index.get(key);
        return slot == null ? null : value(slot);
    }

    @Override
    public boolean containsKey(Object key) {
        return index.containsKey(key);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public Iterator<Entry<String, V>> iterator() {
                return index.entrySet().stream().map(key -> Map.entry(key.getKey(), value(key.getValue()))).iterator();
            }
        };
    }
}
