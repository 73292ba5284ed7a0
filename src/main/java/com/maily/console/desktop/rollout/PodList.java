package com.maily.console.desktop.rollout;

import com.maily.console.core.port.Pod;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The pods of a component, what is not ready first; a click shows a pod's log. */
final class PodList extends VBox {
    private static final int SHOWN = 4;
    private final Consumer<String> watch;
    private @Nullable Shown shown;

    private record Shown(List<Pod> pods, boolean stale, Instant now) { }

    PodList(Consumer<String> watch) {
        super(3);
        this.watch = watch;
    }

    /** @param stale whether nobody knows if this is still so */
    void show(List<Pod> pods, Instant now, boolean stale) {
        // Settled pods look the same however often the journal moves; starting ones count their seconds.
        Shown next = new Shown(List.copyOf(pods), stale, pods.stream().allMatch(Pod::ready) ? Instant.EPOCH : now);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        List<Pod> sorted = pods.stream().sorted(Comparator.comparing(Pod::ready).thenComparing(Pod::name)).toList();
        getChildren().setAll(sorted.stream().limit(SHOWN).map(pod -> row(pod, now, stale)).toList());
        if (pods.size() > SHOWN) {
            getChildren().add(Text.label((pods.size() - SHOWN) + " more"));
        }
    }

    static State state(Pod pod) {
        if (pod.ready()) {
            return State.DONE;
        }
        return pod.phase().equals("Running") || pod.phase().equals("Pending") || pod.phase().equals("ContainerCreating")
                ? State.RUNNING : State.FAILED;
    }

    private HBox row(Pod pod, Instant now, boolean stale) {
        State state = stale ? State.STALE : state(pod);
        Label name = Text.mono(pod.name());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Label word = Text.label(stale ? (pod.ready() ? "was ready" : "was " + pod.phase()) : pod.ready() ? "ready" + (pod.zone().isEmpty() ? "" : " · " + pod.zone())
                : state == State.RUNNING ? "starting " + Format.age(pod.createdAt(), now) : pod.phase());
        word.setMinWidth(USE_PREF_SIZE);
        if (state != State.DONE) {
            word.getStyleClass().setAll("label", "t-label", state.styleClass(), "state-word");
        }
        HBox row = new HBox(8, new StateGlyph(state, 13), name, Text.gap(), word);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setCursor(Cursor.HAND);
        row.setOnMouseClicked(_ -> watch.accept(pod.name()));
        row.setAccessibleText(pod.name() + ", " + word.getText());
        return row;
    }
}
