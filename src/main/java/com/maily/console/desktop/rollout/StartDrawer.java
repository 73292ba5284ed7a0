package com.maily.console.desktop.rollout;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.PreflightCheck;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Workspace;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.ErrorPanel;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.Skeleton;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Starts a rollout: say what, see the plan and its preflight, then hold. A changed form takes the preview away again. */
final class StartDrawer extends VBox {
    private final StartForm form;
    private final VBox result = new VBox(8);
    private final HoldButton start;
    private final Button preview;
    private Commands.@Nullable Wanted previewed;

    /** @param onPreview asked to make a preview; answers through {@link #show} */
    StartDrawer(Workspace workspace, String environment, Consumer<Commands.Wanted> onPreview, Consumer<Commands.Wanted> onStart,
                Runnable onClose) {
        super(12);
        getStyleClass().addAll("card", "drawer");
        form = new StartForm(workspace, environment, this::forget);
        start = new HoldButton("Preview first", "fth-play", Duration.ofSeconds(1), () -> Optional.ofNullable(previewed)
                .ifPresent(onStart)).neutral();
        start.setId("hold-start");
        preview = Buttons.primary("Preview", () -> form.wanted().ifPresent(wanted -> {
            result.getChildren().setAll(Text.label("Looking at the platforms"), new Skeleton(4));
            onPreview.accept(wanted);
        }));
        preview.setId("preview-start");
        HBox head = new HBox(8, Text.heading("Start a rollout on " + environment), Text.gap(),
                Buttons.icon("fth-x", "Close", onClose));
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(result);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, form, preview, Text.rule(), scroll, start);
        forget();
    }

    void show(Commands.Wanted wanted, Commands.Preview found) {
        if (form.wanted().filter(wanted::equals).isEmpty()) {
            return;
        }
        result.getChildren().clear();
        found.refusal().ifPresent(failure -> result.getChildren().add(new ErrorPanel(failure)));
        found.plan().ifPresent(plan -> result.getChildren().add(summary(plan)));
        found.changes().forEach(difference -> result.getChildren().add(new DifferenceView(difference)));
        found.checks().forEach(check -> result.getChildren().add(row(check)));
        previewed = found.mayStart() ? wanted : null;
        start.setDisable(!found.mayStart());
        start.show(found.mayStart() ? "Hold 1 s to start " + wanted.version() : "Can't start: see above", Duration.ofSeconds(1));
    }

    private void forget() {
        previewed = null;
        start.setDisable(true);
        start.show("Preview first", Duration.ofSeconds(1));
        result.getChildren().setAll(Text.dense("Nothing is sent by a preview."));
    }

    private static Node summary(Plan plan) {
        Duration sum = plan.steps().stream().map(Step::planned).reduce(Duration.ZERO, Duration::plus);
        Label label = Text.body(plan.version() + " over " + plan.replaces() + ": " + plan.phases().size() + " phases, "
                + plan.steps().size() + " steps, at most " + Format.duration(sum) + " as planned.");
        label.setWrapText(true);
        return label;
    }

    private static Node row(PreflightCheck check) {
        State state = switch (check.result()) {
            case PASS -> State.DONE;
            case WARN -> State.MARGINAL;
            case FAIL -> State.FAILED;
            case UNKNOWN -> State.STALE;
        };
        Label detail = Text.dense(check.detail());
        detail.setWrapText(true);
        HBox.setHgrow(detail, Priority.ALWAYS);
        HBox row = new HBox(8, new StateGlyph(state, 13),
                new VBox(1, Text.of(check.subject() + ": " + check.title(), "t-dense-strong"), detail));
        row.setAccessibleText(state.word() + ", " + check.subject() + ", " + check.detail());
        return row;
    }
}
