package com.maily.console.desktop.canary;

import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Rights;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to a canary now. Goes on in a second row where the card is narrow: a card must never be wider than its
 * column.
 */
final class CanaryButtons extends FlowPane {

    private static final Duration CHANGE = Duration.ofSeconds(1);
    private static final Duration COMPONENT = Duration.ofMillis(1500);

    private final CanaryActions actions;
    private final Runnable discard;
    private String shown = "";
    private @Nullable CanaryCard card;
    private @Nullable Button main;

    CanaryButtons(CanaryActions actions, Runnable discard) {
        super(8, 8);
        this.actions = actions;
        this.discard = discard;
        setAlignment(Pos.CENTER_RIGHT);
    }

    /** Buttons are made anew only when they would be others: a hold in progress must survive a refresh. */
    void show(CanaryCard newest, Optional<CanaryPreview> proposal) {
        card = newest;
        String wanted = kind(newest) + proposal.map(p -> "|" + p.before() + p.after() + p.hold() + p.refusal()).orElse("");
        if (!wanted.equals(shown)) {
            shown = wanted;
            main = null;
            getChildren().setAll(proposal.map(this::proposing).orElseGet(() -> steady(newest)));
        }
        Text.visible(this, !getChildren().isEmpty());
    }

    /** Does what Enter is for, if there is such a button. */
    void fireMain() {
        if (main != null) {
            main.fire();
        }
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
        main.setMinWidth(Region.USE_PREF_SIZE);
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
        promote.setMinWidth(Region.USE_PREF_SIZE);
        nodes.add(promote);
        Button again = Buttons.plain(now.carries() ? "Judge again" : "Start again", () -> actions.retry(now.step()));
        again.setMinWidth(Region.USE_PREF_SIZE);
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
            approve.setMinWidth(Region.USE_PREF_SIZE);
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
        HoldButton promote = new HoldButton("Hold 1 s: promote" + now.slide().next().map(to -> " to " + to).orElse(""),
                "fth-skip-forward",
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

    private void withCard(Consumer<CanaryCard> action) {
        if (card != null) {
            action.accept(card);
        }
    }
}
