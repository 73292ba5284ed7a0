package com.maily.console.core.port;

/** Tells people outside the console. */
public interface Notifier {
    /** @return how the delivery was confirmed, for the journal */
    String send(String message);
}
