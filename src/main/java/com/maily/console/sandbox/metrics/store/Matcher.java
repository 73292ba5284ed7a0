package com.maily.console.sandbox.metrics.store;

import java.util.regex.Pattern;

/** One condition on a label. A label that is missing counts as empty, and regular expressions match the whole value. */
public sealed interface Matcher {

    String label();

    boolean accepts(String value);

    /** Whether a series without the label is accepted too. */
    default boolean acceptsEmpty() {
        return accepts("");
    }

    default boolean accepts(Labels labels) {
        return accepts(labels.get(label()));
    }

    record Equal(String label, String wanted) implements Matcher {
        @Override
        public boolean accepts(String value) {
            return wanted.equals(value);
        }
    }

    record NotEqual(String label, String unwanted) implements Matcher {
        @Override
        public boolean accepts(String value) {
            return !unwanted.equals(value);
        }
    }

    record Like(String label, Pattern wanted) implements Matcher {
        @Override
        public boolean accepts(String value) {
            return wanted.matcher(value).matches();
        }
    }

    record Unlike(String label, Pattern unwanted) implements Matcher {
        @Override
        public boolean accepts(String value) {
            return !unwanted.matcher(value).matches();
        }
    }
}
