package com.maily.console.sandbox.alertmanager;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * An alert a rule raised.
 *
 * @param fires when it began to fire, or will
 */
record RaisedAlert(Map<String, String> labels, String summary, String query, Instant pendingSince, Instant fires, boolean firing,
                   Instant seen) {

    /** The same for the same labels. */
    String fingerprint() {
        CRC32 sum = new CRC32();
        sum.update(labels.toString().getBytes(StandardCharsets.UTF_8));
        return String.format("%016x", sum.getValue());
    }
}
