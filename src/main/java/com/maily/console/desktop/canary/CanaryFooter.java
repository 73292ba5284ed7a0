package com.maily.console.desktop.canary;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Weight;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.SplitBar;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The lower part of a canary card: what can be done now, or what a proposal would mean and the button that sends it. */
final class CanaryFooter extends VBox {

    private static final Duration CHANGE = Duration.ofSeconds(1);
    private static final Duration COMPONENT = Duration.ofMillis(1500);

    private final CanaryActions actions;
    private final Runnable discard;
    private final SplitBar before;
    private final SplitBar after;
    private final Label consequence = Text.of("", "t-mono-small");
    private final Label sentence = Text.of("", "t-dense-strong");
    private final Label note = Text.dense("");
    private final Label remark = Text.of("", "t-dense", "state-word", "state-waiting");
    private final HBox preview;
    private final VBox words = new VBox(2, sentence, note);
    private final HBox buttons = new HBox(8);
    private String shown = "";
    private Optional<Weight> last = Optional.empty();
    private @Nullable CanaryCard card;
    private @Nullable Button main;
    private @Nullable HoldButton mainHold;

    CanaryFooter(Theme theme, CanaryActions actions, Runnable discard) {
        super(8);
        this.actions = actions;
        this.discard = discard;
        before = new SplitBar(theme);
        after = new SplitBar(theme);
        preview = new HBox(8, Text.of("Preview", "t-dense-strong"), Text.label("now"), before, Text.icon("fth-arrow-right", 13),
                Text.label("after"), after, Text.gap(), consequence);
        preview.setAlignment(Pos.CENTER_LEFT);
        before.setMinWidth(70);
        after.setMinWidth(70);
        before.setPrefWidth(110);
        after.setPrefWidth(110);
        consequence.setMinWidth(0);
        note.setWrapText(true);
        sentence.setWrapText(true);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        remark.setWrapText(true);
        VBox.setVgrow(words, Priority.ALWAYS);
        getStyleClass().add("canary-footer");
        getChildren().setAll(remark, preview, words, buttons);
        Text.visible(remark, false);
    }

    /** Says something once, until the next proposal. */
    void remark(String text) {
        remark.setText(text);
        Text.visible(remark, true);
    }

    void show(CanaryCard newest, Optional<CanaryPreview> proposal) {
        card = newest;
        Optional<Weight> proposed = proposal.map(CanaryPreview::after);
        if (proposed.isPresent() && !proposed.equals(last)) {
            Text.visible(remark, false);
        }
        last = proposed;
        getStyleClass().setAll("canary-footer");
        Text.visible(preview, proposal.isPresent());
        Text.visible(words, proposal.isEmpty() || proposal.get().refusal().isPresent());
        proposal.ifPresent(p -> {
            getStyleClass().add("proposing");
            before.show(p.before());
            after.show(p.after());
            consequence.setText(p.consequence(newest.version()));
        });
        Optional<Failure> refusal = newest.refusal();
        sentence.setText(proposal.flatMap(CanaryPreview::refusal).or(() -> refusal.map(Failure::what)).orElse(newest.sentence()));
        note.setText(proposal.isPresent() ? "" : refusal.map(f -> f.why() + " " + f.advice()).orElse(newest.note()));
        Text.visible(note, !note.getText().isEmpty());
        // Buttons are made anew only when they would be others: a hold in progress must survive a refresh.
        String wanted = kind(newest) + proposal.map(p -> "|" + p.before() + p.after() + p.hold() + p.refusal()).orElse("");
        if (!wanted.equals(shown)) {
            shown = wanted;
            main = null;
            mainHold = null;
            buttons.getChildren().setAll(proposal.map(this::proposing).orElseGet(() -> steady(newest)));
        }
        Text.visible(buttons, !buttons.getChildren().isEmpty());
    }

    private static String kind(CanaryCard card) {
        return card.step() + card.running() + card.paused() + card.gate().map(g -> g.id()).orElse("") + card.state();
    }

    private List<Node> proposing(CanaryPreview proposal) {
        List<Node> nodes = new ArrayList<>(List.of(abort(), Text.gap(), Buttons.withKey(Buttons.quiet("Discard", discard), "Esc")));
        if (proposal.refusal().isPresent()) {
            return nodes;
        }
        Runnable send = () -> {
            CanaryCard now = card;
            discard.run();
            if (now != null) {
                actions.shift(now, proposal.after());
            }
        };
        if (proposal.hold()) {
            mainHold = new HoldButton("Hold 1 s: apply " + proposal.after() + " now", "fth-sliders", CHANGE, send).neutral().withKey("Enter");
            mainHold.setMinWidth(240);
            nodes.add(mainHold);
        } else {
            main = Buttons.withKey(Buttons.primary("Apply " + proposal.after(), send), "Enter");
            main.setMinWidth(USE_PREF_SIZE);
            nodes.add(main);
        }
        return nodes;
    }

    private List<Node> steady(CanaryCard now) {
        if (!now.live()) {
            return now.state() == State.FAILED ? List.of(Text.gap(), Buttons.plain("Retry", () -> actions.retry(now.step()))) : List.of();
        }
        List<Node> nodes = new ArrayList<>();
        nodes.add(now.paused() ? Buttons.plain("Resume", actions::resume) : Buttons.withKey(Buttons.plain("Pause", actions::pause), "P"));
        nodes.add(Text.gap());
        nodes.add(abort());
        if (now.gate().isPresent()) {
            nodes.add(Buttons.quiet("Refuse", () -> withCard(c -> actions.answer(c, false))));
            Button approve = Buttons.primary("Approve" + now.slide().next().map(w -> " " + w).orElse(""),
                    () -> withCard(c -> actions.answer(c, true)));
            approve.setMinWidth(USE_PREF_SIZE);
            nodes.add(approve);
        } else if (now.state() == State.HELD && !now.paused()) {
            nodes.add(Buttons.plain("Judge again", () -> actions.retry(now.step())));
        }
        return nodes;
    }

    private HoldButton abort() {
        HoldButton abort = new HoldButton("Hold 1.5 s: abort to 0 %", "fth-corner-up-left", COMPONENT, () -> withCard(actions::abort));
        abort.setMinWidth(218);
        return abort;
    }

    private void withCard(java.util.function.Consumer<CanaryCard> action) {
        if (card != null) {
            action.accept(card);
        }
    }

    /** Enter went down. @return whether there was a proposal that it concerns; a gate is never answered by Enter alone */
    boolean mainPressed() {
        if (last.isEmpty()) {
            return false;
        }
        if (mainHold != null) {
            mainHold.press();
        } else if (main != null) {
            main.fire();
        }
        return true;
    }

    void mainReleased() {
        if (mainHold != null) {
            mainHold.release();
        }
    }
}
