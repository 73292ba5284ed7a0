package com.maily.console.core.engine;

/** A write was about to be sent without the environment's lock. Nothing was sent; the step waits. */
final class LockGone extends RuntimeException {

    LockGone(String sentence) {
        super(sentence);
    }
}
