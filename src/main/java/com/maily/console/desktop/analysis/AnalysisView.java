package com.maily.console.desktop.analysis;

import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Card;
import com.maily.console.desktop.widget.EmptyPanel;
import com.maily.console.desktop.widget.ErrorPanel;
import com.maily.console.desktop.widget.Skeleton;
import com.maily.console.desktop.widget.Text;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The analysis screen's nodes. */
final class AnalysisView extends VBox {

    private final AnalysisActions actions;
    private final AnalysisList list;
    private final AskForm form;
    private final ReportView report;
    private final ScrollPane scroll;
    private final StackPane content = new StackPane();
    private final Button export;
    private final Button copy;
    private final Button numbers;
    private boolean asTable;
    private Reading shown = new Reading.Asking();

    AnalysisView(Theme theme, Ages ages, AnalysisActions actions) {
        super(12);
        this.actions = actions;
        list = new AnalysisList(actions::choose);
        form = new AskForm(ages, actions::choose);
        report = new ReportView(theme, ages);
        export = Buttons.withIcon(Buttons.plain("Export report", actions::export), "fth-download");
        copy = Buttons.withKey(Buttons.plain("Copy summary", this::copySummary), "C");
        numbers = Buttons.withKey(Buttons.plain("Table", this::switchTable), "T");
        getStyleClass().addAll("screen", "analysis-screen");
        for (String sheet : new String[] {"screens", "analysis"}) {
            getStylesheets().add(Objects.requireNonNull(AnalysisView.class.getResource("/assets/theme/" + sheet + ".css"))
                    .toExternalForm());
        }
        HBox head = new HBox(8, Text.title("Analysis"), Text.dense("what the judge says of a canary, from raw points"),
                Text.gap(), numbers, copy, export);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox left = new VBox(12, list, form);
        left.setMinWidth(292);
        left.setMaxWidth(292);
        VBox.setVgrow(list, Priority.ALWAYS);
        scroll = new ScrollPane(report);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        content.setMinWidth(0);
        content.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(content, Priority.ALWAYS);
        HBox body = new HBox(12, left, content);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(head, body);
        show(shown);
    }

    void show(AnalysisModel model) {
        form.show(model.components());
        list.show(model.entries(), model.chosen());
        if (!model.reading().equals(shown)) {
            show(model.reading());
        }
    }

    private void show(Reading reading) {
        shown = reading;
        boolean known = reading instanceof Reading.Known;
        export.setDisable(!known);
        copy.setDisable(!known);
        numbers.setDisable(!known);
        Node node = switch (reading) {
            case Reading.Silent silent -> filling(new EmptyPanel(silent.title(), silent.why()));
            case Reading.Asking _ -> small(new Card(Text.strong("Asking the sources"), new Skeleton(6)));
            case Reading.Failed failed -> small(new ErrorPanel(failed.failure(), Buttons.plain("Ask again", actions::askAgain)));
            case Reading.Known answer -> {
                report.show(answer);
                yield scroll;
            }
        };
        if (content.getChildren().isEmpty() || content.getChildren().getFirst() != node) {
            content.getChildren().setAll(node);
        }
    }

    private static Node small(Region panel) {
        panel.setMaxHeight(USE_PREF_SIZE);
        return panel;
    }

    private static Node filling(EmptyPanel panel) {
        panel.setMaxHeight(Double.MAX_VALUE);
        return panel;
    }

    void switchTable() {
        asTable = !asTable;
        numbers.setText(asTable ? "Curves" : "Table");
        report.metric().showTable(asTable);
    }

    void copySummary() {
        if (shown instanceof Reading.Known known) {
            Copying.text(known.report().summary());
        }
    }

    AskForm form() {
        return form;
    }

    AnalysisList list() {
        return list;
    }

    ReportView report() {
        return report;
    }
}
