package com.maily.console.desktop.fleet;

import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.widget.KeyCap;
import com.maily.console.desktop.widget.SourceChip;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The pods of the selected cell, or of the environment where none is selected. */
final class PodsCard extends VBox {

    private final StateGlyph glyph = new StateGlyph(State.PLANNED, 15);
    private final Label title = Text.of("", "t-strong");
    private final Label summary = Text.of("", "t-dense");
    private final SourceChip source;
    private final KubectlMenu kubectl = new KubectlMenu();
    private final PodTable table;
    private final Ages ages;

    PodsCard(Ages ages, FleetActions actions) {
        this.ages = ages;
        this.source = new SourceChip(ages);
        this.table = new PodTable(ages, actions::sort, actions::pod);
        getStyleClass().addAll("card", "bare");
        title.setMinWidth(USE_PREF_SIZE);
        summary.setMinWidth(0);
        HBox head = new HBox(8, glyph, title, summary, Text.gap(), source, kubectl, new KeyCap("K"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().setAll(head, table);
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
        source.show(page.source());
        table.show(page, !fresh && !page.loading());
    }

    private static State state(PodPage.Count count, boolean fresh, boolean loading) {
        return loading || count.all() == 0 ? State.PLANNED : !fresh ? State.STALE : count.faults() > 0 ? State.FAILED
                : count.ready() < count.all() ? State.RUNNING : State.DONE;
    }

    KubectlMenu kubectl() {
        return kubectl;
    }

    PodTable table() {
        return table;
    }
}
