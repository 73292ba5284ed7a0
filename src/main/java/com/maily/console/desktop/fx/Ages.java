package com.maily.console.desktop.fx;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.History;
import com.maily.console.core.port.Time;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/**
 * What time it is in the environments, refreshed each second of the wall; the one timeline behind all ages, clocks and the now
 * line. The clock is read on another thread, because reading a sandbox's clock may first let its world catch up.
 */
public final class Ages implements AutoCloseable {
    private final Time time;
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(this, "now");
    private final Latest<Instant> latest = new Latest<>(now::set);
    private final Timeline timeline = new Timeline(new KeyFrame(Duration.seconds(1), _ -> refresh()));

    public Ages(Time time, Instant first) {
        this.time = time;
        now.set(first);
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    public Ages(Time time) {
        this(time, time.instant());
    }

    public void start() {
        timeline.play();
    }

    public ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    public Instant instant() {
        return now.get();
    }

    /** The present, but never before what the journal already tells: the clock ticks each second, entries come when they come. */
    public Instant instant(History history) {
        return history.last().map(Entry::at).filter(newest -> newest.isAfter(instant())).orElseGet(this::instant);
    }

    public double rate() {
        return time.rate();
    }

    public void refresh() {
        Thread.startVirtualThread(() -> latest.publish(time.instant()));
    }

    @Override
    public void close() {
        timeline.stop();
    }
}
