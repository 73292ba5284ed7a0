package com.maily.console.desktop.fleet;

import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.WorkloadReading;
import com.maily.console.desktop.widget.EmptyPanel;
import com.maily.console.desktop.widget.FactsView;
import com.maily.console.desktop.widget.KeyCap;
import com.maily.console.desktop.widget.SourceChip;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The pods of the selected cell, or of the environment where none is selected; instead of them how its workload is set up. */
final class PodsCard extends VBox {

    private final StateGlyph glyph = new StateGlyph(State.PLANNED, 15);
    private final Label title = Text.of("", "t-strong");
    private final Label summary = Text.of("", "t-dense");
    private final SourceChip source;
    private final KubectlMenu kubectl = new KubectlMenu();
    private final PodTable table;
    private final FactsView facts;
    private final StackPane setup;
    private final ToggleButton toSetup = new ToggleButton("Setup");
    private final Ages ages;
    private Optional<SourceState> podSource = Optional.empty();
    private Optional<WorkloadReading> workload = Optional.empty();

    PodsCard(Ages ages, FleetActions actions) {
        this.ages = ages;
        this.source = new SourceChip(ages);
        this.table = new PodTable(ages, actions::sort, actions::pod);
        this.facts = new FactsView(ages);
        this.setup = Text.visible(setup(facts), false);
        getStyleClass().addAll("card", "bare");
        toSetup.setId("workload-setup");
        toSetup.getStyleClass().add("small-toggle");
        toSetup.setMinWidth(USE_PREF_SIZE);
        toSetup.setTooltip(new Tooltip("Limits, probes, autoscaler, quotas, network and volumes of the selected cell"));
        toSetup.selectedProperty().addListener((_, _, _) -> showSetup());
        title.setMinWidth(USE_PREF_SIZE);
        summary.setMinWidth(0);
        HBox head = new HBox(8, glyph, title, summary, Text.gap(), source, toSetup, kubectl, new KeyCap("K"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(setup, Priority.ALWAYS);
        getChildren().setAll(head, table, setup);
    }

    void show(PodPage page, String environment, Optional<FleetCell> cell) {
        boolean fresh = page.fresh(ages.instant());
        PodPage.Count count = page.about();
        cell.filter(shown -> shown.look() == FleetCell.Look.LIVE && shown.state() == State.CANARY).flatMap(FleetCell::canary)
                .ifPresentOrElse(glyph::showShare, () -> glyph.show(state(count, fresh, page.loading())));
        title.setText(page.query().component().map(Seat::words).orElse("All pods in " + environment));
        summary.setText((page.loading() ? "" : (fresh ? "" : "was ") + count.ready() + " of " + count.all() + " ready")
                + (count.canary() > 0 ? ", " + count.canary() + " canary, " + (count.all() - count.canary()) + " stable" : "")
                + (page.rows().size() == count.all() || page.loading() ? "" : ", " + page.rows().size() + " shown"));
        podSource = Optional.of(page.source());
        showSource();
        table.show(page, !fresh && !page.loading());
    }

    private static StackPane setup(FactsView facts) {
        ScrollPane scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        facts.getStyleClass().add("facts-body");
        return new StackPane(scroll, new EmptyPanel("No cell selected",
                "Select a component above to see how its workload is set up."));
    }

    /** @param cell whether a cell is selected at all; @param newest what is known of its workload, empty for nothing yet */
    void show(boolean cell, Optional<WorkloadReading> newest) {
        workload = newest;
        facts.show(newest);
        Text.visible(setup.getChildren().getFirst(), cell);
        Text.visible(setup.getChildren().getLast(), !cell);
        showSource();
    }

    private void showSetup() {
        Text.visible(setup, toSetup.isSelected());
        Text.visible(table, !toSetup.isSelected());
        showSource();
    }

    /** Each of the two has been read at its own time. */
    private void showSource() {
        (toSetup.isSelected() ? workload.map(WorkloadReading::source) : podSource).ifPresent(source::show);
        source.setVisible(!toSetup.isSelected() || workload.isPresent());
    }

    private static State state(PodPage.Count count, boolean fresh, boolean loading) {
        return loading || count.all() == 0 ? State.PLANNED : !fresh ? State.STALE : count.faults() > 0 ? State.FAILED
                : count.ready() < count.all() ? State.RUNNING : State.DONE;
    }

    ToggleButton toSetup() {
        return toSetup;
    }

    FactsView facts() {
        return facts;
    }

    KubectlMenu kubectl() {
        return kubectl;
    }

    PodTable table() {
        return table;
    }
}
