package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.journal.Wording;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.WorkloadReading;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.ErrorPanel;
import com.maily.console.desktop.widget.FactsView;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.KeyCap;
import com.maily.console.desktop.widget.SourceChip;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Tag;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything about the selected step: what it does, how it stands, its pods and log, and what can be done to it. */
final class StepDrawer extends VBox {
    private final StateGlyph glyph = new StateGlyph(State.PLANNED, 20);
    private final Label title = Text.heading("");
    private final Tag number = new Tag("");
    private final Label explanation = Text.dense("");
    private final StackPane failure = new StackPane();
    private final FurtherLook further;
    private final Button toLogs;
    private final GatePanel gate;
    private final WeightSection weight;
    private final Label podCount = Text.of("", "t-mono");
    private final PodList pods;
    private final SourceChip podSource;
    private final VBox podSection;
    private final ToggleButton toSetup = new ToggleButton("How it is set up");
    private final FactsView facts;
    private final SourceChip factsSource;
    private final VBox setup;
    /** Below it the rest scrolls away instead: a log of one line says nothing. */
    private static final double LEAST_LOG = 190;
    private final LogSection log = new LogSection();
    private final StepButtons buttons;
    private String shownFailure = "";
    private boolean onlyLog;

    StepDrawer(Theme theme, Ages ages, RolloutActions actions, Runnable onPause, Runnable onClose) {
        getStyleClass().addAll("card", "bare", "drawer");
        further = new FurtherLook(actions);
        toLogs = Text.visible(Buttons.icon("fth-search", "Search the logs of this step", actions::searchLogs), false);
        gate = new GatePanel(actions);
        weight = new WeightSection(theme, ages);
        pods = new PodList(actions::watchLog);
        podSource = new SourceChip(ages);
        HBox podHead = new HBox(8, Text.label("Pods"), podCount, Text.gap(), podSource);
        podHead.setAlignment(Pos.CENTER_LEFT);
        podSection = new VBox(6, podHead, pods);
        facts = Text.visible(new FactsView(ages), false);
        factsSource = new SourceChip(ages);
        toSetup.setId("step-setup");
        toSetup.getStyleClass().add("small-toggle");
        toSetup.selectedProperty().addListener((_, _, open) -> Text.visible(facts, open));
        HBox setupHead = new HBox(8, toSetup, Text.gap(), factsSource);
        setupHead.setAlignment(Pos.CENTER_LEFT);
        setup = new VBox(8, setupHead, facts);
        buttons = new StepButtons(actions, onPause);
        number.setMinWidth(USE_PREF_SIZE);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinHeight(USE_PREF_SIZE);
        title.setWrapText(true);
        explanation.setWrapText(true);
        explanation.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(8, glyph, title, number, toLogs,
                Buttons.icon("fth-terminal", "Copy the equivalent command (K)", () ->
                        actions.copyCommand(number.getText().substring(5))),
                Buttons.icon("fth-x", "Close", onClose), new KeyCap("Esc"));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox top = section(head, explanation);
        VBox body = new VBox(section(failure, further), section(gate), section(weight), section(podSection), section(setup), log);
        VBox.setVgrow(log, Priority.ALWAYS);
        log.setMinHeight(LEAST_LOG);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox foot = section(buttons);
        foot.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(top, Text.rule(), scroll, Text.rule(), foot);
    }

    HoldButton back() {
        return buttons.back();
    }

    /** The log takes all the room there is, or gives it back; with the next {@link #show}. */
    void enlargeLog() {
        onlyLog = !onlyLog;
    }

    LogSection log() {
        return log;
    }

    /** @param workload of the step's component, empty while nothing is known of it */
    void show(StepRow row, RolloutModel model, List<Pod> podsNow, Optional<SourceState> platform,
              Optional<WorkloadReading> workload) {
        glyph.show(row.state());
        title.setText(row.title());
        title.setTooltip(new Tooltip(row.title()));
        number.setText("step " + row.id());
        explanation.setText(Explanation.of(row.step().step(), model.run().plan()) + situation(row));
        showFailure(row);
        gate.show(row.step());
        Text.visible(gate.getParent(), gate.isVisible() && !onlyLog);
        boolean hasWeight = row.weight().isPresent();
        Text.visible(weight.getParent(), hasWeight && !onlyLog);
        row.weight().ifPresent(component -> weight.show(component, row.ladder(), platform));
        Text.visible(podSection.getParent(), !podsNow.isEmpty() && !onlyLog);
        podCount.setText(podsNow.stream().filter(Pod::ready).count() + " of " + podsNow.size() + " ready");
        pods.show(podsNow, model.now(), row.state() == State.STALE);
        platform.ifPresent(podSource::show);
        Text.visible(setup.getParent(), workload.filter(one -> !one.nothing()).isPresent() && !onlyLog);
        facts.show(workload);
        workload.map(WorkloadReading::source).ifPresent(factsSource::show);
        buttons.show(row, model.run(), WayBack.off(row, workload.map(WorkloadReading::denied).orElse(Map.of())));
    }

    /** Beside a failure in full, elsewhere as a sign. */
    void showFurther(boolean logs, List<Links.Link> links) {
        further.show(logs, links);
        Text.visible(further, !further.nothing());
        Text.visible(toLogs, logs);
    }

    private static String situation(StepRow row) {
        return switch (row.step().status()) {
            case HELD -> " Held: " + Wording.sentence(row.step().note());
            case UNCERTAIN -> " The console stopped while it ran; it is being observed before it goes on.";
            case SKIPPED -> " Skipped: " + Wording.sentence(row.step().note());
            case DONE -> row.step().proof().isEmpty() ? "" : " Proof: " + Wording.sentence(row.step().proof());
            case RUNNING -> row.weight().map(ComponentState::why).filter(why -> !why.isEmpty()).map(why -> " " + Wording.sentence(why))
                    .orElse("");
            case PLANNED, WAITING, FAILED -> "";
        };
    }

    private void showFailure(StepRow row) {
        String now = row.step().failure().map(Object::toString).orElse("");
        if (!now.equals(shownFailure)) {
            failure.getChildren().setAll(row.step().failure().map(ErrorPanel::new).map(List::of).orElse(List.of()));
            shownFailure = now;
        }
        boolean held = row.step().status() == StepState.Status.HELD && !further.nothing();
        Text.visible(failure.getParent(), !now.isEmpty() || held);
    }

    private static VBox section(Node... children) {
        VBox section = new VBox(8, children);
        section.setPadding(new Insets(12, 16, 12, 16));
        return section;
    }
}
