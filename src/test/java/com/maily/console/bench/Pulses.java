package com.maily.console.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/**
 * How long each frame took to be made, in milliseconds, as JavaFX itself tells the flight recorder: animation, layout and painting
 * on the FX thread, and rendering on the other, added up; only the waiting of one for the other is left out.
 */
final class Pulses implements AutoCloseable {

    private static final String PHASE = "javafx.PulsePhase";
    private final Map<Integer, Double> byPulse = new ConcurrentHashMap<>();
    private final RecordingStream stream = new RecordingStream();

    private volatile Instant from = Instant.MAX;

    Pulses() {
        stream.enable(PHASE).withThreshold(Duration.ZERO);
        stream.onEvent(PHASE, this::phase);
        stream.startAsync();
    }

    void begin() {
        from = Instant.now();
    }

    private void phase(RecordedEvent event) {
        if (event.getStartTime().isAfter(from) && !event.getString("phaseName").startsWith("Waiting")) {
            byPulse.merge(event.getInt("pulseId"), event.getDuration().toNanos() / 1e6, Double::sum);
        }
    }

    /** Those since {@link #begin}; ends the recording. */
    Spread frames() {
        stream.stop();
        return Spread.of(byPulse.values());
    }

    @Override
    public void close() {
        stream.close();
    }
}
