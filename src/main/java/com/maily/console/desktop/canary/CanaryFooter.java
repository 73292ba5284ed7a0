package com.maily.console.desktop.canary;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Rights;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.SplitBar;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The lower part of a canary card: what can be done now, or what a proposal would mean and the button that sends it. */
final class CanaryFooter extends VBox {

    private static final Duration CHANGE = Duration.ofSeconds(1);
    private static final Duration COMPONENT = Duration.ofMillis(1500);

    private static final String QUEUED = "The console keeps it, also over a restart; a failing verdict or a hold drops it.";

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
    /** Goes on in a second row where the card is narrow: a card must never be wider than its column. */
    private final FlowPane buttons = new FlowPane(8, 8);
    private String shown = "";
    private String remarked = "";
    private Optional<Weight> last = Optional.empty();
    private @Nullable CanaryCard card;
    private @Nullable Button main;

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

    /** Says something once, until the next proposal or until the canary goes on. */
    void remark(String text) {
        if (remark.isVisible() && remark.getText().equals(text)) {
            return;
        }
        remarked = "";
        remark.setText(text);
        Text.visible(remark, true);
    }

    void show(CanaryCard newest, Optional<CanaryPreview> proposal) {
        card = newest;
        Optional<Weight> proposed = proposal.map(CanaryPreview::after);
        if (proposed.isPresent() && !proposed.equals(last)) {
            Text.visible(remark, false);
        }
        String moment = newest.slide().desired().toString();
        remarked = remarked.isEmpty() ? moment : remarked;
        if (!moment.equals(remarked)) {
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
        note.setText(proposal.isPresent() ? "" : refusal.map(f -> f.why() + " " + f.advice()).orElse(newest.queued().isPresent()
                ? QUEUED : (newest.note() + CanaryOff.promote(newest)).strip()) + CanaryOff.denied(newest));
        Text.visible(note, !note.getText().isEmpty());
        // Buttons are made anew only when they would be others: a hold in progress must survive a refresh.
        String wanted = kind(newest) + proposal.map(p -> "|" + p.before() + p.after() + p.hold() + p.refusal()).orElse("");
        if (!wanted.equals(shown)) {
            shown = wanted;
            main = null;
            buttons.getChildren().setAll(proposal.map(this::proposing).orElseGet(() -> steady(newest)));
        }
        Text.visible(buttons, !buttons.getChildren().isEmpty());
    }

    private static String kind(CanaryCard card) {
        return card.step() + card.running() + card.paused() + card.gate().map(g -> g.id()).orElse("") + card.state()
                + card.queued()
                + card.slide().next() + card.slide().desired().isZero() + card.judgedAt() + card.obstacles().keySet()
                + card.denied().keySet();
    }

    private List<Node> proposing(CanaryPreview proposal) {
        List<Node> nodes = new ArrayList<>(List.of(abort("Hold 1.5 s: abort"), Text.gap(),
                Buttons.icon("fth-x", "Discard, Esc", discard)));
        if (proposal.refusal().isPresent()) {
            return nodes;
        }
        if (proposal.hold()) {
            HoldButton now = new HoldButton("Hold 1 s: now", "fth-sliders", CHANGE, sending(proposal, actions::shift)).neutral();
            now.setMinWidth(164);
            nodes.add(now);
            nodes.add(main(Buttons.primary("Queue" + until(), sending(proposal, actions::queue))));
        } else {
            nodes.add(main(Buttons.primary("Apply " + proposal.after(), sending(proposal, actions::shift))));
        }
        return nodes;
    }

    private Button main(Button button) {
        main = Buttons.withKey(button, "Enter");
        main.setMinWidth(USE_PREF_SIZE);
        return main;
    }

    /** When the present weight has passed, if that can be said. */
    private String until() {
        return card == null ? "" : card.judgedAt().map(at -> " for " + Format.hourMinute(at)).orElse(" for later");
    }

    private Runnable sending(CanaryPreview proposal, BiConsumer<CanaryCard, Weight> action) {
        return () -> {
            CanaryCard now = card;
            discard.run();
            if (now != null) {
                action.accept(now, proposal.after());
            }
        };
    }

    private List<Node> steady(CanaryCard now) {
        return switch (now.state()) {
            case DONE -> List.of(Text.gap(), rollBack(now));
            case FAILED -> now.running() ? held(now)
                    : List.of(rollBack(now), Text.gap(), Buttons.plain("Retry", () -> actions.retry(now.step())));
            case HELD -> now.paused() ? going(now) : held(now);
            case RUNNING, WAITING, MARGINAL, STALE -> going(now);
            case PLANNED, SKIPPED, QUEUED, CANARY, ROLLED_BACK -> List.of();
        };
    }

    private List<Node> held(CanaryCard now) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(rollBack(now));
        if (now.carries()) {
            nodes.add(abort("Hold 1.5 s: abort to 0 %"));
        }
        nodes.add(Text.gap());
        Button promote = Buttons.plain("Promote", () -> withCard(actions::promote));
        promote.setDisable(now.obstacles().containsKey(Move.PROMOTE));
        promote.setMinWidth(USE_PREF_SIZE);
        nodes.add(promote);
        Button again = Buttons.plain(now.carries() ? "Judge again" : "Start again", () -> actions.retry(now.step()));
        again.setMinWidth(USE_PREF_SIZE);
        nodes.add(again);
        return nodes;
    }

    private List<Node> going(CanaryCard now) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(now.paused() ? Buttons.plain("Resume", actions::resume) : Buttons.withKey(Buttons.plain("Pause",
                actions::pause), "P"));
        nodes.add(Text.gap());
        if (now.carries()) {
            nodes.add(abort("Hold 1.5 s: abort to 0 %"));
        }
        now.queued().ifPresent(to -> nodes.add(Buttons.quiet("Drop the queued " + to, () -> withCard(actions::unqueue))));
        boolean denied = now.denied().containsKey(Rights.Action.SHIFT);
        if (now.analysing() && now.queued().isEmpty() && (denied || !now.obstacles().containsKey(Move.PROMOTE))) {
            HoldButton promote = promote(now);
            promote.setDisable(denied);
            nodes.add(promote);
        }
        if (now.gate().isPresent()) {
            nodes.add(Buttons.quiet("Refuse", () -> withCard(c -> actions.answer(c, false))));
            Button approve = Buttons.primary("Approve" + now.slide().next().map(w -> " " + w).orElse(""),
                    () -> withCard(c -> actions.answer(c, true)));
            approve.setMinWidth(USE_PREF_SIZE);
            nodes.add(approve);
        }
        return nodes;
    }

    /** All traffic leaves the canary and the step is held; the pods stay, so that it can start again. */
    private HoldButton abort(String text) {
        HoldButton abort = new HoldButton(text, "fth-chevrons-down", COMPONENT,
                () -> withCard(actions::abort));
        abort.setDisable(card != null && card.denied().containsKey(Rights.Action.SHIFT));
        abort.setMinWidth(text.length() > 20 ? 214 : 186);
        abort.setAccessibleHelp("Sends all traffic back to the old version and holds the canary. Nothing is rolled back.");
        return abort;
    }

    private HoldButton promote(CanaryCard now) {
        HoldButton promote = new HoldButton("Hold 1 s: promote" + now.slide().next().map(to -> " to " + to).orElse(""), "fth-skip-forward",
                CHANGE, () -> withCard(actions::promote)).neutral();
        promote.setMinWidth(202);
        promote.setAccessibleHelp("Goes on to the next rung now, past the rest of the analysis.");
        return promote;
    }

    private HoldButton rollBack(CanaryCard now) {
        String text = "Hold 1.5 s: roll back " + now.component();
        HoldButton back = new HoldButton(text, "fth-corner-up-left", COMPONENT, () -> withCard(actions::rollBack));
        back.setDisable(now.noWayBack().isPresent());
        back.setMinWidth(text.length() * 6.6 + 52);
        back.setAccessibleHelp("Ends this run, then makes " + now.component() + " run " + now.replaces() + " again.");
        return back;
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
        if (main != null) {
            main.fire();
        }
        return true;
    }
}
