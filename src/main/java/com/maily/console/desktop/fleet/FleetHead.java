package com.maily.console.desktop.fleet;

import atlantafx.base.controls.CustomTextField;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Chip;
import com.maily.console.desktop.widget.KeyCap;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.Text;
import java.time.Instant;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The screen's title with what is to be said of all pods, and the ways to see fewer of them. */
final class FleetHead extends HBox {

    private final Chip pods = new Chip(State.QUEUED, "reading pods");
    private final Chip starting = Text.visible(new Chip(State.RUNNING), false);
    private final Chip faulty = Text.visible(new Chip(State.FAILED), false);
    private final Chip drifting = Text.visible(new Chip(State.MARGINAL), false);
    private final ToggleButton faultsOnly = new ToggleButton("Faults only");
    private final Button sync;
    private final Label syncOff = Text.visible(Text.label(""), false);
    private final StackPane syncPlace = Text.visible(new StackPane(), false);
    private final Tooltip syncWhy = new Tooltip();
    private final CustomTextField filter = new CustomTextField();

    FleetHead(FleetActions actions, Runnable left) {
        super(10);
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        faultsOnly.setId("faults-only");
        faultsOnly.setTooltip(new Tooltip(Action.FAULTS.text() + " (" + Action.FAULTS.keys() + ")"));
        faultsOnly.setMinWidth(USE_PREF_SIZE);
        faultsOnly.selectedProperty().addListener((_, _, only) -> actions.faultsOnly(only));
        filter.setId("fleet-filter");
        filter.setPromptText("Filter component or pod");
        filter.setLeft(framed(Text.icon("fth-filter", 14), new Insets(0, 4, 0, 10)));
        filter.setRight(framed(new KeyCap("/"), new Insets(0, 8, 0, 4)));
        filter.setPrefWidth(260);
        filter.setMinWidth(140);
        filter.textProperty().addListener((_, _, words) -> actions.filter(words));
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                filter.clear();
                left.run();
                event.consume();
            }
        });
        sync = Buttons.withKey(Buttons.plain("Sync drift…", actions::syncDrift), Action.SYNC_DRIFT.keys());
        sync.setId("sync-drift");
        sync.setMinWidth(USE_PREF_SIZE);
        syncOff.setMinWidth(0);
        syncPlace.getChildren().setAll(sync);
        // What is off shows no tooltip of its own.
        Tooltip.install(syncPlace, syncWhy);
        for (Chip chip : new Chip[] {pods, starting, faulty, drifting}) {
            chip.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().setAll(Text.title("Fleet"), pods, starting, faulty, drifting, Text.gap(), syncOff, faultsOnly, filter,
                syncPlace);
    }

    private static StackPane framed(javafx.scene.Node node, Insets padding) {
        StackPane pane = new StackPane(node);
        pane.setPadding(padding);
        return pane;
    }

    void show(PodPage page, Instant now) {
        PodPage.Count count = page.whole();
        boolean fresh = page.fresh(now);
        pods.show(page.loading() ? State.QUEUED : !fresh ? State.STALE : count.ready() + count.starting() == count.all()
                ? State.DONE
                : State.MARGINAL, words(page, count, fresh));
        few(starting, State.RUNNING, fresh ? count.starting() : 0, "pod starting", "pods starting");
        few(faulty, State.FAILED, fresh ? count.faults() : 0, "pod with a fault", "pods with faults");
    }

    void drift(int components) {
        few(drifting, State.MARGINAL, components, "drift from Git", "drifts from Git");
    }

    void sync(SyncModel model) {
        Text.visible(syncPlace, !model.drifts().isEmpty());
        Text.visible(syncOff, !model.drifts().isEmpty() && !model.off().isEmpty());
        syncOff.setText(model.off());
        syncWhy.setText(model.off().isEmpty() ? Action.SYNC_DRIFT.text() : model.off());
        sync.setDisable(!model.possible());
        sync.setAccessibleHelp(syncWhy.getText());
    }

    private static String words(PodPage page, PodPage.Count count, boolean fresh) {
        if (page.loading()) {
            return page.trouble().isEmpty() ? "reading pods" : "no answer";
        }
        return (fresh ? "" : "were ") + count.ready() + " of " + count.all() + " pods ready";
    }

    private static void few(Chip chip, State state, int count, String one, String more) {
        Text.visible(chip, count > 0);
        chip.show(state, count + " " + (count == 1 ? one : more));
    }

    TextField filter() {
        return filter;
    }

    ToggleButton faultsOnly() {
        return faultsOnly;
    }
}
