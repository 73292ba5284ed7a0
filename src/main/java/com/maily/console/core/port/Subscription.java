package com.maily.console.core.port;

/** Ends a stream of updates; closing twice is harmless. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
