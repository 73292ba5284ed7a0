package com.maily.console.desktop.journal;

import com.maily.console.core.journal.Journal.ChainCheck;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Chip;
import com.maily.console.desktop.widget.EmptyPanel;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The journal screen's nodes. */
final class JournalView extends VBox {

    private final Ages ages;
    // Held here and weakly there, so that the clock does not keep the screen.
    private final InvalidationListener onTick = _ -> badge();
    private final Chip chain = new Chip(State.QUEUED, "Chain not checked yet");
    private final Label counts = Text.dense("");
    private final JournalFilterView filter;
    private final JournalTable table;
    private final JournalDetailView detail = new JournalDetailView();
    private @Nullable JournalModel shown;
    private final HBox body;
    private final EmptyPanel nothing;
    private Runnable lead = () -> { };
    private long selectedBad;

    JournalView(Ages ages, JournalActions actions) {
        super(12);
        this.ages = ages;
        filter = new JournalFilterView(actions::filter);
        table = new JournalTable(actions::older);
        getStyleClass().addAll("screen", "journal-screen");
        getStylesheets().add(Objects.requireNonNull(JournalView.class.getResource("/assets/theme/screens.css")).toExternalForm());
        chain.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, Text.title("Journal"), chain, counts, Text.gap(),
                Buttons.withIcon(Buttons.plain("Verify now", actions::verify), "fth-check-square"),
                Buttons.withIcon(Buttons.plain("Export JSONL", actions::export), "fth-download"));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox list = new VBox(table);
        list.getStyleClass().addAll("card", "bare");
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMinWidth(0);
        ScrollPane ticks = new ScrollPane(filter);
        ticks.setFitToWidth(true);
        ticks.setFitToHeight(true);
        ticks.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        ticks.getStyleClass().add("plain-scroll");
        ticks.setMinWidth(206);
        body = new HBox(12, ticks, list, detail);
        nothing = new EmptyPanel("Nothing is in the journal yet", "It starts with the first run, and keeps every step, weight, verdict and decision.",
                Buttons.withKey(Buttons.primary("Start a rollout", () -> lead.run()), "Ctrl S"));
        nothing.setMaxHeight(Double.MAX_VALUE);
        StackPane space = new StackPane(Text.visible(body, false), nothing);
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().setAll(head, space);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> select());
        ages.now().addListener(new WeakInvalidationListener(onTick));
    }

    /** What leads out of here while there is nothing to show. */
    void leads(Runnable start) {
        lead = start;
    }

    void show(JournalModel model) {
        shown = model;
        Text.visible(body, model.entries() > 0);
        Text.visible(nothing, model.entries() == 0);
        filter.show(model);
        table.show(model.rows(), model.firstBad());
        counts.setText(Format.number(model.rows().size()) + " shown of " + Format.number(model.entries())
                + (model.loaded() < model.entries() ? ", " + Format.number(model.loaded()) + " read" : ""));
        if (model.firstBad() > 0 && model.firstBad() != selectedBad && table.select(model.firstBad())) {
            // Once, so that somebody who looks elsewhere is not pulled back by every refresh.
            selectedBad = model.firstBad();
            table.scrollTo(table.getSelectionModel().getSelectedIndex());
        } else if (table.getSelectionModel().isEmpty() && !model.rows().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        badge();
        select();
    }

    private void badge() {
        Optional<JournalModel.Chain> check = shown == null ? Optional.empty() : shown.chain();
        if (check.isEmpty()) {
            chain.show(State.QUEUED, "Chain not checked yet");
            return;
        }
        ChainCheck result = check.get().check();
        String age = Format.age(check.get().at(), ages.instant()) + " ago";
        chain.show(result.holds() ? State.DONE : State.FAILED, result.holds()
                ? "Chain verified, " + Format.number(result.entries()) + " entries, " + age
                : "Chain broken at entry " + Format.number(result.firstBad()) + ": " + result.why());
    }

    private void select() {
        JournalRow row = table.getSelectionModel().getSelectedItem();
        Optional<JournalModel.Chain> check = shown == null ? Optional.empty() : shown.chain();
        List<JournalRow> rows = table.getItems();
        Optional<JournalRow> follower = row == null ? Optional.empty() : rows.stream()
                .filter(other -> other.entry().sequence() == row.entry().sequence() + 1).findFirst();
        detail.show(Optional.ofNullable(row), follower, check);
    }

    JournalTable table() {
        return table;
    }

    JournalFilterView filter() {
        return filter;
    }

    JournalDetailView detail() {
        return detail;
    }

    String badgeText() {
        return ((Label) chain.getChildren().getLast()).getText();
    }
}
