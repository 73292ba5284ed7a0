package com.maily.console.desktop.widget;

import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.fx.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** How old a value is, growing by itself; says so when it is too old to be trusted. FX thread only. */
public final class AgeLabel extends Label {
    private final Ages ages;
    // Held here and weakly there: a label that left the screen must not live as long as the clock.
    private final InvalidationListener onTick = _ -> refresh();
    private SourceState source = new SourceState("", Duration.ofSeconds(30), Optional.empty(), "");

    public AgeLabel(Ages ages) {
        this.ages = ages;
        getStyleClass().add("age");
        setMinWidth(Region.USE_PREF_SIZE);
        ages.now().addListener(new WeakInvalidationListener(onTick));
        refresh();
    }

    public void show(SourceState newest) {
        source = newest;
        refresh();
    }

    public void show(Optional<Instant> at, Duration interval) {
        show(new SourceState("", interval, at, ""));
    }

    /** The time the age is counted to. */
    public Instant now() {
        return ages.instant();
    }

    public SourceState.Freshness freshness() {
        return source.freshness(ages.instant());
    }

    private void refresh() {
        SourceState.Freshness freshness = freshness();
        getStyleClass().setAll("label", "age");
        String age = source.lastGood().map(at -> Format.age(at, ages.instant())).orElse("no data");
        switch (freshness) {
            case LIVE -> setText(age);
            case AGEING -> {
                getStyleClass().add("ageing");
                setText(age);
            }
            case STALE, LOST -> {
                getStyleClass().add("stale");
                setText("stale " + age);
            }
            case NEVER -> {
                getStyleClass().add("stale");
                setText("no data");
            }
        }
    }
}
