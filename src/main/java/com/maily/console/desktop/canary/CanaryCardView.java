package com.maily.console.desktop.canary;

import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.AgeLabel;
import com.maily.console.desktop.widget.BurnBar;
import com.maily.console.desktop.widget.Chip;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import com.maily.console.desktop.widget.WeightSlider;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One component's canary. Its nodes stay while the numbers change, so that a drag or a hold is never cut off by an update. */
final class CanaryCardView extends VBox {

    private static final int TILES = 3;

    private final CheckBox chosen = new CheckBox();
    private final StateGlyph glyph = new StateGlyph(State.PLANNED, 18);
    private final Label name = Text.heading("");
    private final Label routing = Text.label("");
    private final Chip verdict = new Chip(State.QUEUED, "No verdict yet");
    private final Label weight = Text.of("", "t-metric", "weight");
    private final Label observed = Text.dense("");
    private final Label source = Text.of("", "t-mono-small");
    private final AgeLabel age;
    private final WeightSlider slider;
    private final Label snapping = Text.label("");
    private final HBox tiles = new HBox(8);
    private final Label samples = Text.mono("");
    private final HBox counted = new HBox(6, Text.label("Samples"), samples, spacer());
    private final BurnBar burn;
    private final Label burning = Text.mono("");
    private final HBox spent = new HBox(6);
    private final Tooltip judged = new Tooltip();
    private final Label timing = Text.label("");
    private final CanaryStepsPanel steps;
    private final CanaryFooter footer;
    private @Nullable CanaryCard card;
    /** The weight somebody wrote while another was being proposed here. */
    private @Nullable Weight overtaken;

    CanaryCardView(Theme theme, Ages ages, CanaryActions actions) {
        age = new AgeLabel(ages);
        slider = new WeightSlider(theme);
        burn = new BurnBar(theme);
        steps = new CanaryStepsPanel(actions);
        footer = new CanaryFooter(theme, actions, slider::discard);
        for (int i = 0; i < TILES; i++) {
            CanaryTileView tile = new CanaryTileView(theme);
            HBox.setHgrow(tile, Priority.ALWAYS);
            tile.setPrefWidth(100);
            tiles.getChildren().add(tile);
        }
        getStyleClass().addAll("card", "bare", "canary-card");
        VBox body = new VBox(8, head(), new HBox(16, weightBox(), sliderBox()), tiles, facts(), steps);
        body.getStyleClass().add("canary-body");
        VBox.setVgrow(footer, Priority.ALWAYS);
        getChildren().setAll(body, footer);
        slider.proposedProperty().addListener((_, _, proposed) -> {
            if (proposed != null) {
                overtaken = null;
            }
            refresh();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyDown);
    }

    private HBox head() {
        routing.setMinWidth(0);
        name.setMinWidth(USE_PREF_SIZE);
        verdict.setMinWidth(USE_PREF_SIZE);
        Tooltip.install(verdict, judged);
        chosen.getStyleClass().add("card-choice");
        HBox head = new HBox(8, chosen, glyph, name, routing, Text.gap(), verdict);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private VBox weightBox() {
        HBox from = new HBox(5, source, age);
        from.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(0, weight, observed, from);
        box.setMinWidth(150);
        box.setPrefWidth(150);
        source.setMinWidth(0);
        return box;
    }

    private VBox sliderBox() {
        VBox box = new VBox(0, slider, snapping);
        slider.setMaxWidth(Double.MAX_VALUE);
        snapping.setWrapText(true);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private HBox facts() {
        spent.getChildren().setAll(Text.label("Burn"), burn, burning);
        HBox facts = new HBox(6, counted, spent, Text.gap(), timing);
        facts.setAlignment(Pos.CENTER_LEFT);
        facts.setMinHeight(18);
        counted.setAlignment(Pos.CENTER_LEFT);
        spent.setAlignment(Pos.CENTER_LEFT);
        burn.setMinWidth(80);
        timing.setMinWidth(USE_PREF_SIZE);
        return facts;
    }

    private static Region spacer() {
        Region spacer = new Region();
        spacer.setMinWidth(10);
        return spacer;
    }

    void show(CanaryCard newest) {
        CanaryCard before = card;
        card = newest;
        if (before != null && slider.proposed().isPresent() && !before.slide().desired().equals(newest.slide().desired())) {
            // What was proposed was meant against another weight: it must not be sent on top of somebody else's.
            overtaken = newest.slide().desired();
            slider.discard();
        }
        if (newest.slide().desired().equals(overtaken)) {
            // Who wrote it may only be read a moment after the weight was.
            String who = newest.writer().equals(Actor.SYSTEM.name()) ? "The plan" : newest.writer().isEmpty() ? "Somebody"
                    : newest.writer();
            footer.remark(who + " set " + overtaken + " meanwhile; the proposal was dropped.");
        } else {
            overtaken = null;
        }
        if (!newest.dropped().isEmpty() && (before == null || !before.dropped().equals(newest.dropped()))) {
            footer.remark(newest.dropped());
        }
        slider.show(newest.slide());
        steps.show(newest);
        refresh();
    }

    private void refresh() {
        if (card == null) {
            return;
        }
        CanaryCard now = card;
        if (now.state() == State.RUNNING) {
            glyph.showShare(now.slide().observed());
        } else {
            glyph.show(now.state());
        }
        name.setText(now.component());
        chosen.setAccessibleText("Choose " + now.component() + " for an action on several");
        Text.visible(chosen, now.running());
        if (!now.running()) {
            chosen.setSelected(false);
        }
        routing.setText(now.routing());
        verdict.show(judgedAs(now), words(now));
        weight.setText(now.slide().desired().toString());
        observed.setText(now.beneath());
        source.setText(now.source().name());
        age.show(now.source());
        snapping.setText(!now.slide().editable() ? "" : slider.proposed().isPresent() && !now.slide().limit().why().isEmpty()
                ? now.slide().limit().why() : now.slide().snap().why());
        Text.visible(snapping, !snapping.getText().isEmpty());
        for (int i = 0; i < TILES; i++) {
            Text.visible(tiles.getChildren().get(i), i < now.tiles().size());
            if (i < now.tiles().size()) {
                ((CanaryTileView) tiles.getChildren().get(i)).show(now.tiles().get(i));
            }
        }
        samples.setText(Format.number(Math.round(now.samples())));
        Text.visible(counted, !Double.isNaN(now.samples()));
        burn.show(now.burn(), 14.4);
        burning.setText(Double.isNaN(now.burn()) ? "unknown, no error rate now" : BurnBar.text(now.burn()));
        Text.visible(spent, now.burns());
        Text.visible(burn, !Double.isNaN(now.burn()));
        timing.setText(now.slide().barred().isEmpty() ? now.timing() : now.slide().barred());
        edge(now);
        weight.getStyleClass().setAll(weightLook(now));
        footer.show(now, slider.proposed().map(weightTo -> CanaryPreview.of(now, weightTo)));
        judged.setText(now.verdict().map(Verdict::sentence).orElse("It is judged once it has had traffic for a while."));
    }

    private void edge(CanaryCard now) {
        getStyleClass().setAll("card", "bare", "canary-card");
        if (slider.proposed().isPresent() || now.queued().isPresent()) {
            getStyleClass().addAll("edged", State.CANARY.styleClass());
        } else if (now.waits() || now.state() == State.FAILED || now.state() == State.MARGINAL) {
            getStyleClass().addAll("edged", now.state().styleClass());
        }
    }

    /** Pink is the canary's share; what is promoted is done, and what has not begun is nothing yet. */
    private static String[] weightLook(CanaryCard card) {
        return card.state() == State.DONE ? new String[] {"label", "t-metric", "state-word", State.DONE.styleClass()}
                : new String[] {"label", "t-metric", card.slide().stale() || !card.carries() ? "t-quiet" : "weight"};
    }

    /** Says something on the card once, until the next proposal. */
    void remark(String what) {
        footer.remark(what);
    }

    private static State judgedAs(CanaryCard card) {
        return card.withheld() ? State.STALE : card.state() == State.DONE || card.state() == State.PLANNED ? card.state()
                : card.verdict().map(Verdict::word).map(State::of).orElse(State.QUEUED);
    }

    private static String words(CanaryCard card) {
        if (card.withheld()) {
            return "Verdict withheld";
        }
        if (card.state() == State.DONE || card.state() == State.PLANNED) {
            return card.state() == State.DONE ? "Promoted" : "Not started";
        }
        return card.verdict().map(verdict -> switch (verdict.word()) {
            case PASS -> "Pass";
            case MARGINAL -> "Marginal";
            case FAIL -> "Fail";
            case TOO_FEW_SAMPLES -> "Too few samples";
            case NO_DATA -> "No data";
        } + (verdict.dryRun() ? ", dry run" : "") + (verdict.samples() > 0 ? ", " + Format.number(Math.round(verdict.samples())) + " samples" : ""))
        .orElse("No verdict yet");
    }

    private void keyDown(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && slider.proposed().isPresent()) {
            slider.discard();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && footer.mainPressed()) {
            event.consume();
        }
    }

    /** Whether it is one of those the next action is for. */
    BooleanProperty chosen() {
        return chosen.selectedProperty();
    }

    @Nullable CanaryCard card() {
        return card;
    }

    WeightSlider slider() {
        return slider;
    }

    /** What is proposed on this card, null for nothing. */
    @Nullable Weight proposal() {
        return slider.proposedProperty().get();
    }
}
