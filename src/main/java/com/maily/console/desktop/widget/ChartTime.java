package com.maily.console.desktop.widget;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The time that several charts share: which span they show, and where the cursor stands in all of them. */
public final class ChartTime {

    /** A span of time, {@code from} before {@code to}. */
    public record Span(Instant from, Instant to) {
        Instant at(double share) {
            return from.plusMillis((long) (Duration.between(from, to).toMillis() * share));
        }

        double share(Instant at) {
            return Duration.between(from, at).toMillis() / (double) Math.max(1, Duration.between(from, to).toMillis());
        }

        Duration length() {
            return Duration.between(from, to);
        }
    }

    private static final Duration SHORTEST = Duration.ofMinutes(2);

    private final ReadOnlyObjectWrapper<Span> span = new ReadOnlyObjectWrapper<>(new Span(Instant.EPOCH, Instant.EPOCH.plusSeconds(60)));
    private final ObjectProperty<@Nullable Instant> cursor = new SimpleObjectProperty<>();
    private Span live = span.get();
    private boolean zoomed;

    public ReadOnlyObjectProperty<Span> spanProperty() {
        return span.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Instant> cursorProperty() {
        return cursor;
    }

    /** Moves on to the newest time; a zoomed span stays where it is. */
    public void follow(Instant now, Duration length) {
        live = new Span(now.minus(length), now);
        if (!zoomed) {
            span.set(live);
        }
    }

    /** Zooms by {@code factor} around a place, never wider than the span that is followed. */
    public void zoom(double share, double factor) {
        Span now = span.get();
        Duration length = Duration.ofMillis((long) (now.length().toMillis() * factor));
        if (length.compareTo(live.length()) >= 0) {
            reset();
            return;
        }
        length = length.compareTo(SHORTEST) < 0 ? SHORTEST : length;
        Instant from = now.at(share).minusMillis((long) (length.toMillis() * share));
        from = from.isBefore(live.from()) ? live.from() : from;
        from = from.plus(length).isAfter(live.to()) ? live.to().minus(length) : from;
        zoomed = true;
        span.set(new Span(from, from.plus(length)));
    }

    /** Back to the newest time, without a cursor. */
    public void reset() {
        zoomed = false;
        cursor.set(null);
        span.set(live);
    }

    public boolean zoomed() {
        return zoomed;
    }
}
