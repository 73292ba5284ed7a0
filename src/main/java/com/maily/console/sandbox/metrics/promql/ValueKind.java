package com.maily.console.sandbox.metrics.promql;

/** What an expression gives. */
enum ValueKind {
    SCALAR("scalar"), STRING("string"), VECTOR("instant vector"), MATRIX("range vector");

    private final String words;

    ValueKind(String words) {
        this.words = words;
    }

    /** As Prometheus names it in messages. */
    String words() {
        return words;
    }
}
