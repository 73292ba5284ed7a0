package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.WorkloadReading;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.EmptyPanel;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.LogPage;
import com.maily.console.desktop.widget.Preview;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rollout screen's nodes: three cards that answer the three questions, the timeline, and a drawer. */
final class RolloutView extends VBox {
    private static final double CARDS = 92;
    private final RolloutActions actions;
    private final GlanceCard glance;
    private final NowCard now = new NowCard();
    private final NeedCard need;
    private final TimelineCard timeline;
    private final StackPane side = new StackPane();
    private final StepDrawer drawer;
    private final Preview preview = new Preview();
    private final StackPane body = new StackPane();
    private final Split split;
    private @Nullable RolloutModel model;
    private String selected = "";
    private boolean chosen;

    RolloutView(Theme theme, Ages ages, RolloutActions actions, Runnable onStart) {
        super(12);
        this.actions = actions;
        glance = new GlanceCard(ages);
        need = new NeedCard(this::review, this::pauseOrResume, onStart);
        timeline = new TimelineCard(theme, this::select, this::showNow, actions::open);
        drawer = new StepDrawer(theme, ages, actions, this::pauseOrResume, this::closeDrawer);
        side.getChildren().setAll(drawer);
        split = new Split(timeline, side);
        Button start = Buttons.primary("Start a rollout", onStart);
        body.getChildren().setAll(split, new EmptyPanel("No rollout has run here yet",
                "The timeline appears with the first one. It can be started here or with mailyctl phased-deploy.",
                Buttons.withKey(start, "Ctrl S")));
        VBox.setVgrow(body, Priority.ALWAYS);
        HBox cards = new HBox(12, glance, now, need);
        // Always room for a third line, so that nothing below jumps when one comes.
        cards.setMinHeight(CARDS);
        HBox.setHgrow(now, Priority.ALWAYS);
        HBox.setHgrow(need, Priority.ALWAYS);
        now.setMinWidth(230);
        now.setPrefWidth(300);
        need.setMinWidth(250);
        need.setPrefWidth(480);
        setPadding(new Insets(12, 16, 12, 16));
        getChildren().setAll(cards, preview, body);
        addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        showBody(false);
    }

    void show(RolloutModel newest, Health health, List<Glance.Metric> metrics) {
        boolean another = model == null || !model.run().id().equals(newest.run().id());
        model = newest;
        if (another || !chosen && newest.row(selected).filter(row -> row.step().status().active()).isEmpty()) {
            selected = newest.mostInteresting().map(StepRow::id).orElse("");
            actions.select(selected);
        }
        showBody(true);
        glance.show(health, metrics);
        now.show(newest.nowLine());
        need.show(newest.need(), newest.run(), newest.now(), newest.nowLine().unknown());
        timeline.show(newest, selected);
        Text.visible(now, true);
    }

    @Override
    protected void layoutChildren() {
        boolean narrow = getWidth() < 1180;
        glance.narrow(narrow);
        now.narrow(narrow);
        need.narrow(narrow);
        super.layoutChildren();
    }

    void showNothing(Health health, List<Glance.Metric> metrics) {
        glance.show(health, metrics);
        Text.visible(now, false);
        need.showNothing();
        showBody(!side.getChildren().contains(drawer));
    }

    void show(AlertBoard alerts) {
        timeline.show(alerts);
    }

    void focusAlerts() {
        timeline.focusAlerts();
    }

    void showStep(List<Pod> pods, Optional<SourceState> platform, Optional<WorkloadReading> workload, String logName,
                  Optional<LogPage> log, List<String> lines) {
        if (model != null) {
            model.row(selected).ifPresent(row -> drawer.show(row, model, pods, platform, workload));
            drawer.log().show(logName, log, lines);
        }
    }

    /** @param logs whether the step has logs to search; @param links to other tools' screens */
    void showFurther(boolean logs, List<Links.Link> links) {
        drawer.showFurther(logs, links);
    }

    /** Puts another drawer in place of the step's; null brings the step's back. */
    void openDrawer(@Nullable Node other) {
        side.getChildren().setAll(other == null ? drawer : other);
        split.open();
        showBody(model != null || other != null);
    }

    void closeDrawer() {
        if (!side.getChildren().contains(drawer)) {
            side.getChildren().setAll(drawer);
            showBody(model != null);
            return;
        }
        split.shut();
        timeline.focusTimeline();
    }

    HoldButton rollBackButton() {
        return drawer.back();
    }

    /** Whether the step's drawer, and so what would be rolled back, can be seen. */
    boolean stepInView() {
        return side.isVisible() && side.getChildren().contains(drawer);
    }

    void openStep() {
        open(selected);
    }

    void toggleLog() {
        openStep();
        drawer.enlargeLog();
        actions.select(selected);
    }

    void review() {
        if (model != null) {
            model.need().ifPresent(waiting -> select(waiting.step().step().id()));
        }
    }

    void showNow() {
        if (model != null) {
            chosen = false;
            model.mostInteresting().ifPresent(row -> open(row.id()));
        }
    }

    void pauseOrResume() {
        if (model == null || model.run().over()) {
            return;
        }
        if (model.run().status() == Deployment.Status.PAUSED) {
            Button resume = Buttons.primary("Resume", () -> {
                preview.hide();
                actions.resume();
            });
            resume.setId("resume");
            preview.show("Resume the run?", "What is ready starts at once: " + model.run().currentPhase().title() + ".", resume,
                    () -> { });
            resume.requestFocus();
        } else {
            actions.pause();
        }
    }

    void toggleTable() {
        timeline.toggleTable();
    }

    void select(String step) {
        chosen = true;
        open(step);
    }

    private void open(String step) {
        selected = step;
        openDrawer(null);
        if (model != null) {
            timeline.show(model, selected);
        }
        actions.select(step);
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && side.isVisible()) {
            closeDrawer();
            event.consume();
        }
    }

    private void showBody(boolean hasRun) {
        body.getChildren().get(0).setVisible(hasRun);
        body.getChildren().get(1).setVisible(!hasRun);
    }
}
