package com.maily.console.desktop.canary;

import com.maily.console.core.engine.Commands.Group;
import com.maily.console.core.model.Move;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * One action for several canaries. It is there only while some are chosen and its buttons are made for exactly these, so that
 * nothing can be sent for none. A move that one of them cannot make is off for all, with the reason.
 */
final class CanaryTogether extends VBox {

    private static final Duration CHANGE = Duration.ofSeconds(1);
    private static final Duration SEVERAL = Duration.ofSeconds(2);

    private final CanaryActions actions;
    private final Runnable clear;
    private final Label chosen = Text.of("", "t-dense-strong");
    private final Label obstacle = Text.dense("");
    private final HBox buttons = new HBox(8);
    private final Button none;
    private final Map<Move, String> meant = new EnumMap<>(Move.class);
    private final Map<Move, Node> made = new EnumMap<>(Move.class);

    CanaryTogether(CanaryActions actions, Runnable clear) {
        super(4);
        this.actions = actions;
        this.clear = clear;
        this.none = Buttons.icon("fth-x", "Choose none", clear);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        obstacle.setWrapText(true);
        HBox line = new HBox(12, chosen, Text.gap(), buttons);
        line.setAlignment(Pos.CENTER_LEFT);
        chosen.setMinWidth(0);
        getStyleClass().addAll("card", "canary-together");
        getChildren().setAll(line, obstacle);
        Text.visible(this, false);
    }

    /** @param cards the chosen ones as they now are */
    void show(List<CanaryCard> cards) {
        Text.visible(this, !cards.isEmpty());
        if (cards.isEmpty()) {
            meant.clear();
            made.clear();
            buttons.getChildren().clear();
            return;
        }
        Group group = new Group(cards.stream().map(CanaryCard::component).toList());
        chosen.setText(group.components().size() + " chosen: " + String.join(", ", group.components()));
        String off = List.of(Move.PROMOTE, Move.PAUSE, Move.ABORT).stream().flatMap(move -> against(cards, move).stream()
                .map(why -> capital(move) + " is off, " + why + ".")).collect(Collectors.joining(" "));
        obstacle.setText(off);
        Text.visible(obstacle, !off.isEmpty());
        List<Node> wanted = buttons(group, cards);
        if (!wanted.equals(buttons.getChildren())) {
            buttons.getChildren().setAll(wanted);
        }
    }

    private List<Node> buttons(Group group, List<CanaryCard> cards) {
        List<Node> nodes = new ArrayList<>(List.of(none));
        if (against(cards, Move.RESUME).isEmpty()) {
            nodes.add(kept(Move.RESUME, group.toString(), () -> hold(new HoldButton("Hold 1 s: resume", "fth-play", CHANGE,
                    () -> send(group, Move.RESUME)).neutral(), 156)));
        }
        nodes.add(able(cards, Move.PAUSE, group.toString(), () -> {
            Button pause = Buttons.withIcon(Buttons.plain("Pause", () -> send(group, Move.PAUSE)), "fth-pause");
            pause.setMinWidth(USE_PREF_SIZE);
            return pause;
        }));
        nodes.add(able(cards, Move.ABORT, group.toString(), () -> hold(new HoldButton("Hold 2 s: abort to 0 %", "fth-chevrons-down", SEVERAL,
                () -> send(group, Move.ABORT)), 204)));
        String rungs = cards.stream().map(card -> card.slide().desired() + " " + card.slide().next()).toList().toString();
        nodes.add(able(cards, Move.PROMOTE, group + rungs, () -> hold(new HoldButton("Hold 1 s: promote", "fth-skip-forward", CHANGE,
                () -> send(group, Move.PROMOTE)).neutral(), 168)));
        return nodes;
    }

    private Node able(List<CanaryCard> cards, Move move, String what, Supplier<Node> button) {
        Node node = kept(move, what, button);
        node.setDisable(against(cards, move).isPresent());
        return node;
    }

    /** A hold in progress survives a refresh, and is cut off when what it would do is another thing. */
    private Node kept(Move move, String what, Supplier<Node> button) {
        if (!what.equals(meant.put(move, what))) {
            made.put(move, button.get());
        }
        return made.get(move);
    }

    private static HoldButton hold(HoldButton button, double width) {
        button.setMinWidth(width);
        return button;
    }

    private void send(Group group, Move move) {
        clear.run();
        actions.move(group, move, Optional.empty());
    }

    /** Which of them cannot, and why; short, since the whole of it stands on their cards. */
    private static Optional<String> against(List<CanaryCard> cards, Move move) {
        List<String> against = cards.stream().filter(card -> card.obstacles().containsKey(move))
                .map(card -> card.component() + ": " + brief(card.obstacles().getOrDefault(move, ""))).toList();
        return against.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", against));
    }

    private static String brief(String why) {
        return why.startsWith("it is held: ") ? "it is held" : why;
    }

    private static String capital(Move move) {
        return move.name().charAt(0) + move.verb().substring(1);
    }
}
