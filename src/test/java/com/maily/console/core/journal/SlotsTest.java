package com.maily.console.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private final Slots<Integer> two = Slots.of(Map.<String, Integer>of()).with("b", 1).with("a", 2);

    @Test
    void aCopyLeavesTheOriginalAlone() {
        Slots<Integer> changed = two.with("b", 5).with("c", 3);
        assertThat(changed).isEqualTo(Map.of("b", 5, "a", 2, "c", 3));
        assertThat(two).isEqualTo(Map.of("b", 1, "a", 2));
        assertThat(changed.keySet()).containsExactly("b", "a", "c");
    }

    @Test
    void itIsAMapLikeAnyOtherButImmutable() {
        assertThat(two.get("a")).isEqualTo(2);
        assertThat(two.get("x")).isNull();
        assertThat(two.containsKey("x")).isFalse();
        assertThat(two.values()).containsExactly(1, 2);
        assertThat(two.hashCode()).isEqualTo(new LinkedHashMap<>(two).hashCode());
        assertThat(two.changed("x", value -> 9)).isSameAs(two);
        assertThat(two.allChanged(value -> value * 10)).isEqualTo(Map.of("b", 10, "a", 20));
        assertThatThrownBy(() -> two.put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(two::clear).isInstanceOf(UnsupportedOperationException.class);
    }
}
