package com.maily.console.desktop.widget;

import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.fx.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        String age = source.lastGood().map(at -> Format.age(at, ages.instant())).orElse("no data");
        switch (freshness) {
            case LIVE -> show(age, List.of("label", "age"));
            case AGEING -> show(age, List.of("label", "age", "ageing"));
            case STALE, LOST -> show("stale " + age, List.of("label", "age", "stale"));
            case NEVER -> show("no data", List.of("label", "age", "stale"));
        }
    }

    private void show(String text, List<String> classes) {
        Text.styled(this, classes);
        setText(text);
    }
}
