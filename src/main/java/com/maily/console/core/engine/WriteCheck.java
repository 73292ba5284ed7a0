package com.maily.console.core.engine;

/** Asked right before each write to a platform; lets it pass, or throws what speaks against it. */
interface WriteCheck {

    /** @param what in a few words: {@code deploy api} */
    void before(String what);
}
