package com.maily.console.desktop.shell;

import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.time.Instant;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Environment, release, run, how long, until when, who, and what time it is. */
final class TopBar extends HBox {
    private final Label version = Text.of("", "t-value");
    private final Label over = Text.of("", "t-mono", "t-muted");
    private final StateGlyph glyph = new StateGlyph(State.PLANNED, 14);
    private final Label word = Text.strong("");
    private final Label phase = Text.of("", "t-muted");
    private final VBox run;
    private final Label elapsed = Text.of("", "t-clock");
    private final Label ends = Text.of("", "t-clock");
    private final Label endsDetail = Text.of("", "t-dense");
    private final Label lock = Text.strong("");
    private final Label lockAge = Text.of("", "t-mono-small");
    private final Label clock = Text.of("", "t-clock");
    private final Label rate = Text.label("UTC");
    private final Button find;
    private final Node padlock = Text.icon("fth-lock", 13);

    TopBar(EnvSwitch environments, Runnable openPalette, Runnable openLock) {
        getStyleClass().add("top-bar");
        setMinWidth(0);
        setAlignment(Pos.CENTER_LEFT);
        StackPane logo = new StackPane(Text.of("M", "logo"));
        logo.setMinWidth(70);
        StackPane switcher = new StackPane(environments);
        switcher.getStyleClass().add("top-cell");
        switcher.setMinWidth(Region.USE_PREF_SIZE);
        run = cell("Run", glyph, word, phase);
        find = Buttons.withKey(Buttons.plain("Do or find…", openPalette), Action.PALETTE.keys());
        find.getStyleClass().add("palette-field");
        find.setMinWidth(Region.USE_PREF_SIZE);
        StackPane finder = new StackPane(find);
        finder.getStyleClass().add("top-cell");
        finder.setMinWidth(Region.USE_PREF_SIZE);
        VBox locked = cell("Lock", padlock, lock, lockAge);
        locked.setId("lock-cell");
        locked.setOnMouseClicked(_ -> openLock.run());
        VBox time = new VBox(0, clock, rate);
        time.getStyleClass().add("top-cell");
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(logo, switcher, cell("Release", version, over), run, cell("Elapsed", elapsed),
                cell("Ends about", ends, endsDetail), locked, Text.gap(), finder, time);
        getChildren().forEach(child -> {
            if (child instanceof VBox box) {
                box.setMaxHeight(Double.MAX_VALUE);
            }
        });
        widthProperty().addListener((_, _, width) -> shrink(width.doubleValue()));
    }

    void show(ShellModel model) {
        version.setText(model.version());
        over.setText(model.over().isEmpty() ? "" : "over " + model.over());
        glyph.show(model.state());
        word.setText(model.word());
        word.getStyleClass().setAll("label", "t-strong", "state-word", model.state().styleClass());
        phase.setText(model.detail());
        run.getStyleClass().setAll("top-cell");
        if (model.tinted()) {
            run.getStyleClass().addAll("tinted", model.state().styleClass());
        }
        elapsed.setText(model.elapsed());
        ends.setText(model.ends());
        endsDetail.setText(model.endsDetail());
        lock.setText(model.lock());
        lockAge.setText(model.lockAge());
    }

    void tick(Instant now, double speed) {
        clock.setText(Format.clock(now));
        rate.setText(speed == 1 ? "UTC" : "UTC · sandbox " + String.format(Locale.ROOT, "%.0f×", speed));
    }

    /** What says least goes first when the window gets narrow. */
    private void shrink(double width) {
        Text.visible(endsDetail, width > 1300);
        Text.visible(lockAge, width > 1250);
        Text.visible(over, width > 1250);
        Text.visible(phase, width > 1180);
        Text.visible(padlock, width > 1180);
        find.setText(width > 1180 ? "Do or find…" : "");
    }

    private static VBox cell(String name, Node... parts) {
        HBox line = new HBox(7, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        for (Node part : parts) {
            if (part instanceof Region region) {
                region.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        VBox cell = new VBox(Text.label(name), line);
        cell.getStyleClass().add("top-cell");
        return cell;
    }
}
