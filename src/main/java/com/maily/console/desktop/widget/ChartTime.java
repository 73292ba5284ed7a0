package com.maily.console.desktop.widget;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The time that several charts share: which span they show, where the cursor stands in all of them, and in which turn they are
 * painted. FX thread only.
 */
public final class ChartTime {

    /** A span of time, {@code from} before {@code to}. */
    public record Span(Instant from, Instant to) {
        Instant at(double share) {
            return from.plusMillis((long) (Duration.between(from, to).toMillis() * share));
        }

        double share(Instant at) {
            return share(at.toEpochMilli());
        }

        double share(long millis) {
            return (millis - from.toEpochMilli()) / (double) Math.max(1, Duration.between(from, to).toMillis());
        }

        Duration length() {
            return Duration.between(from, to);
        }

        boolean holds(Instant at) {
            return !at.isBefore(from) && !at.isAfter(to);
        }

        private Span moved(Duration by) {
            return new Span(from.plus(by), to.plus(by));
        }
    }

    private static final Duration SHORTEST = Duration.ofMinutes(2);

    private final ReadOnlyObjectWrapper<Span> span = new ReadOnlyObjectWrapper<>(new Span(Instant.EPOCH,
            Instant.EPOCH.plusSeconds(60)));
    private final ObjectProperty<@Nullable Instant> cursor = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Span> selection = new SimpleObjectProperty<>();
    private final PaintTurns turns = new PaintTurns();
    private Span live = span.get();
    private Span known = span.get();
    private boolean zoomed;

    public ReadOnlyObjectProperty<Span> spanProperty() {
        return span.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Instant> cursorProperty() {
        return cursor;
    }

    /** What is being marked with the mouse, to be zoomed to. */
    ObjectProperty<@Nullable Span> selectionProperty() {
        return selection;
    }

    PaintTurns turns() {
        return turns;
    }

    public void follow(Instant now, Duration length) {
        follow(now, length, length);
    }

    /**
     * Moves on to the newest time; a span that was zoomed or panned stays where it is.
     *
     * @param reach how far back there may be samples: nobody gets further by panning or zooming out
     */
    public void follow(Instant now, Duration length, Duration reach) {
        live = new Span(now.minus(length), now);
        known = new Span(now.minus(reach.compareTo(length) < 0 ? length : reach), now);
        if (!zoomed) {
            span.set(live);
        }
    }

    /** Zooms by {@code factor} around a place, {@code share} of the way along; below 1 is nearer. */
    public void zoom(double share, double factor) {
        Span now = span.get();
        Duration length = Duration.ofMillis((long) (now.length().toMillis() * factor));
        length = length.compareTo(SHORTEST) < 0 ? SHORTEST : length;
        Instant from = now.at(share).minusMillis((long) (length.toMillis() * share));
        hold(new Span(from, from.plus(length)));
    }

    /** Shows exactly what was marked, or two minutes around it. */
    public void zoomTo(Span wanted) {
        Duration missing = SHORTEST.minus(wanted.length());
        hold(missing.isPositive() ? new Span(wanted.from().minus(missing.dividedBy(2)), wanted.from().minus(missing.dividedBy(2))
                .plus(SHORTEST)) : wanted);
    }

    /** Moves by a share of what is shown; above 0 is later. */
    public void pan(double share) {
        hold(span.get().moved(Duration.ofMillis(Math.round(span.get().length().toMillis() * share))));
    }

    /** Shows the oldest there may be, as much of it as is shown now. */
    public void toOldest() {
        hold(span.get().moved(Duration.between(span.get().from(), known.from())));
    }

    /** Moves the cursor by a share of what is shown, and the span with it when it would leave; starts at the newest time. */
    public void moveCursor(double share) {
        Instant before = cursor.get();
        Instant from = before == null ? span.get().to() : before;
        Instant to = from.plusMillis(Math.round(span.get().length().toMillis() * share));
        Instant inside = to.isBefore(known.from()) ? known.from() : to.isAfter(known.to()) ? known.to() : to;
        if (!span.get().holds(inside)) {
            pan(share);
        }
        cursor.set(inside);
    }

    private void hold(Span wanted) {
        if (wanted.length().compareTo(known.length()) >= 0) {
            zoomed = !known.equals(live);
            span.set(known);
            return;
        }
        Span inside = wanted.from().isBefore(known.from()) ? wanted.moved(Duration.between(wanted.from(), known.from()))
                : wanted.to().isAfter(known.to()) ? wanted.moved(Duration.between(wanted.to(), known.to())) : wanted;
        zoomed = true;
        span.set(inside);
    }

    /** Back to the newest time, without a cursor. */
    public void reset() {
        zoomed = false;
        cursor.set(null);
        selection.set(null);
        span.set(live);
    }

    /** Whether the span was chosen by hand, so that it stands still. */
    public boolean zoomed() {
        return zoomed;
    }
}
