package com.maily.console.desktop.fleet;

import com.maily.console.core.port.Pod;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.widget.LogPage;
import com.maily.console.desktop.widget.Text;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The matrix above, pods and log of what is selected below. */
final class FleetView extends VBox {

    /** Below this height rows are closer together. */
    private static final double TIGHT = 640;

    private final String environment;
    private final Ages ages;
    private final FleetHead head;
    private final MatrixView matrix;
    private final MatrixTable twin;
    private final StackPane upper;
    private final PodsCard pods;
    private final LogCard log;
    private Optional<FleetCell> cell = Optional.empty();

    FleetView(FleetMap map, String environment, Ages ages, FleetActions actions) {
        super(12);
        this.environment = environment;
        this.ages = ages;
        getStyleClass().addAll("screen", "fleet-screen");
        getStylesheets().add(Objects.requireNonNull(FleetView.class.getResource("/assets/theme/fleet.css")).toExternalForm());
        pods = new PodsCard(ages, actions);
        head = new FleetHead(actions, () -> pods.table().requestFocus());
        matrix = new MatrixView(map, environment, ages, actions::select);
        twin = Text.visible(new MatrixTable(map), false);
        log = new LogCard(ages, actions::container, this::enlargeLog);
        ScrollPane scroll = new ScrollPane(matrix);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        upper = new StackPane(scroll, twin);
        upper.getStyleClass().addAll("card", "bare", "matrix-card");
        upper.setMinHeight(120);
        upper.setMaxHeight(USE_PREF_SIZE);
        HBox lower = new HBox(12, pods, log);
        HBox.setHgrow(pods, Priority.ALWAYS);
        HBox.setHgrow(log, Priority.SOMETIMES);
        pods.setPrefWidth(820);
        pods.setMinWidth(420);
        log.setPrefWidth(460);
        log.setMinWidth(300);
        lower.setMinHeight(200);
        lower.setPrefHeight(200);
        VBox.setVgrow(lower, Priority.ALWAYS);
        getChildren().setAll(head, upper, lower);
        heightProperty().addListener((_, _, height) -> {
            getStyleClass().removeIf("tight"::equals);
            if (height.doubleValue() < TIGHT) {
                getStyleClass().add("tight");
            }
        });
    }

    void showMatrix(FleetModel model, Optional<Seat> selected) {
        cell = selected.flatMap(model::cell);
        matrix.show(model, selected);
        twin.show(model);
        head.drift(model.drifting());
    }

    /** @param whole of the window's own environment; @param page of the one whose pods are listed */
    void showPods(PodPage whole, PodPage page, String where) {
        head.show(whole, ages.instant());
        pods.show(page, where, cell);
    }

    void showLog(Optional<Pod> pod, LogPage page, PodPage pods) {
        log.show(pod, page, pods.source());
    }

    void enlargeLog() {
        boolean large = pods.isVisible();
        Text.visible(pods, !large);
        Text.visible(upper, !large);
        log.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(log, large ? Priority.ALWAYS : Priority.SOMETIMES);
        log.list().requestFocus();
    }

    void switchTwin() {
        boolean words = !twin.isVisible();
        Text.visible(twin, words);
        upper.getChildren().getFirst().setVisible(!words);
        (words ? twin : matrix).requestFocus();
    }

    FleetHead head() {
        return head;
    }

    MatrixView matrix() {
        return matrix;
    }

    PodsCard pods() {
        return pods;
    }

    LogCard log() {
        return log;
    }

    String environment() {
        return environment;
    }
}
