package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.ErrorPanel;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks which applications are to be made as Git says, and why; nothing is sent before that is said and the button held. */
final class SyncPanel extends StackPane {

    private static final Duration HOLD = Duration.ofMillis(1500);

    private final Environment environment;
    private final VBox list = new VBox(8);
    private final TextField reason = new TextField();
    private final TextField name = new TextField();
    private boolean opening;
    private final Label off = Text.of("", "t-dense", "state-word", State.MARGINAL.styleClass());
    private final HoldButton sync;
    private final VBox answer = new VBox(8);
    private final Map<String, CheckBox> boxes = new LinkedHashMap<>();
    private SyncModel model = SyncModel.NOTHING;
    private List<SyncModel.Drift> listed = List.of();

    /** @param order takes one component of each chosen application, and the reason */
    SyncPanel(Environment environment, BiConsumer<List<String>, String> order) {
        this.environment = environment;
        Region scrim = new Region();
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(_ -> close());
        sync = new HoldButton("", "fth-git-merge", HOLD, () -> order.accept(chosen(), reason.getText().strip()));
        sync.setId("sync-now");
        reason.setId("sync-reason");
        reason.setPromptText("Why; it goes on record");
        name.setId("sync-environment");
        name.setPromptText("Type " + environment.name() + ": it is protected");
        reason.textProperty().addListener((_, _, _) -> arm());
        // The key that opened it is still on its way and is no part of the reason.
        reason.addEventFilter(KeyEvent.KEY_TYPED, typed -> {
            if (opening) {
                typed.consume();
            }
        });
        reason.addEventFilter(KeyEvent.KEY_PRESSED, _ -> opening = false);
        reason.addEventFilter(KeyEvent.KEY_RELEASED, _ -> opening = false);
        name.textProperty().addListener((_, _, _) -> arm());
        off.setWrapText(true);
        VBox panel = new VBox(12, head(), scrolled(), Text.visible(name, environment.protect()), reason, off, sync, answer);
        panel.getStyleClass().addAll("card", "drawer");
        panel.setMaxSize(620, Region.USE_PREF_SIZE);
        StackPane.setAlignment(panel, Pos.TOP_CENTER);
        StackPane.setMargin(panel, new Insets(56, 24, 24, 24));
        getChildren().setAll(scrim, panel);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        Text.visible(this, false);
    }

    private HBox head() {
        HBox head = new HBox(8, new StateGlyph(State.MARGINAL, 16), Text.heading("What differs from Git in " + environment.name()),
                Text.gap(), Buttons.icon("fth-x", "Close, Esc", this::close));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private ScrollPane scrolled() {
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setMinHeight(90);
        scroll.setMaxHeight(260);
        return scroll;
    }

    /** @param wanted the components meant; empty for all that nothing speaks against */
    void open(Set<String> wanted) {
        answer.getChildren().clear();
        name.clear();
        listed = List.of();
        boxes.clear();
        show(model);
        model.drifts().forEach(drift -> box(drift).setSelected(drift.held().isEmpty() && drift.closed().isEmpty()
                && (wanted.isEmpty() || drift.components().stream().anyMatch(wanted::contains))));
        Text.visible(this, true);
        reason.requestFocus();
        opening = true;
        arm();
    }

    void close() {
        sync.cancel();
        Text.visible(this, false);
    }

    void show(SyncModel newest) {
        model = newest;
        if (!newest.drifts().equals(listed)) {
            listed = newest.drifts();
            boxes.keySet().retainAll(listed.stream().map(SyncModel.Drift::application).toList());
            list.getChildren().setAll(listed.isEmpty() ? List.of(Text.dense("Nothing differs from Git any more."))
                    : listed.stream().map(this::line).toList());
        }
        arm();
    }

    void refused(List<Failure> why) {
        answer.getChildren().setAll(why.stream().map(ErrorPanel::new).toList());
    }

    private VBox line(SyncModel.Drift drift) {
        CheckBox box = box(drift);
        box.setText(drift.application());
        box.setDisable(!drift.closed().isEmpty());
        VBox line = new VBox(2, box, indented(drift.what(), State.PLANNED));
        for (String against : List.of(drift.held(), drift.closed())) {
            if (!against.isEmpty()) {
                line.getChildren().add(indented(against, State.HELD));
            }
        }
        return line;
    }

    private static Label indented(String text, State state) {
        Label label = Text.dense(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setPadding(new Insets(0, 0, 0, 26));
        if (state != State.PLANNED) {
            label.getStyleClass().addAll("state-word", state.styleClass());
        }
        return label;
    }

    private CheckBox box(SyncModel.Drift drift) {
        return boxes.computeIfAbsent(drift.application(), application -> {
            CheckBox box = new CheckBox();
            box.setId("sync-" + application);
            box.selectedProperty().addListener((_, _, _) -> arm());
            return box;
        });
    }

    private List<String> chosen() {
        return listed.stream().filter(drift -> drift.closed().isEmpty() && box(drift).isSelected())
                .map(drift -> drift.components().getFirst()).toList();
    }

    /** What is held is let go when it would be another thing: the words and with them the hold change. */
    private void arm() {
        List<String> chosen = chosen();
        String which = listed.stream().filter(drift -> chosen.contains(drift.components().getFirst()))
                .map(SyncModel.Drift::application).collect(java.util.stream.Collectors.joining(", "));
        sync.show(chosen.isEmpty() ? "Choose what to sync" : "Hold 1.5 s: make " + which + " as Git says", HOLD);
        String why = !model.off().isEmpty() ? model.off() : chosen.isEmpty() ? "" : reason.getText().isBlank()
                ? "Say why first." : environment.protect() && !name.getText().equals(environment.name())
                ? "Type the environment's name first." : "";
        off.setText(why);
        off.setVisible(!why.isEmpty());
        sync.setDisable(chosen.isEmpty() || !why.isEmpty());
    }
}
