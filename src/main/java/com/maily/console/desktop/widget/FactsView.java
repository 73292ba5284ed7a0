package com.maily.console.desktop.widget;

import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.WorkloadReading;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How a workload is set up, line by line, with its age; what could not be read is said first. */
public final class FactsView extends VBox {

    private final Ages ages;
    private List<FactLine> shown = List.of();
    private Optional<WorkloadReading> last = Optional.empty();

    public FactsView(Ages ages) {
        super(8);
        this.ages = ages;
        getStyleClass().add("facts");
        getChildren().setAll(new Skeleton(4));
    }

    /** @param reading empty while nothing is known yet */
    public void show(Optional<WorkloadReading> reading) {
        boolean stale = reading.filter(one -> one.facts().isPresent() && !fresh(one)).isPresent();
        getStyleClass().removeIf("stale"::equals);
        if (stale) {
            getStyleClass().add("stale");
        }
        List<FactLine> lines = reading.flatMap(WorkloadReading::facts).map(FactLine::of).orElse(List.of());
        if (!same(reading) || !lines.equals(shown)) {
            getChildren().setAll(reading.map(one -> content(one, lines)).orElseGet(() -> List.of(new Skeleton(4))));
        }
        shown = lines;
        last = reading;
    }

    private boolean fresh(WorkloadReading reading) {
        return switch (reading.source().freshness(ages.instant())) {
            case LIVE, AGEING -> true;
            case STALE, LOST, NEVER -> false;
        };
    }

    /** Ages tick elsewhere: only another answer is drawn anew. */
    private boolean same(Optional<WorkloadReading> reading) {
        return last.isPresent() == reading.isPresent() && last.flatMap(WorkloadReading::failure).equals(reading.flatMap(
                WorkloadReading::failure)) && last.map(WorkloadReading::nothing).equals(reading.map(WorkloadReading::nothing));
    }

    private static List<Node> content(WorkloadReading reading, List<FactLine> lines) {
        if (reading.nothing()) {
            return List.of(new EmptyPanel("Nothing to tell", "The platform of " + reading.component().base()
                    + " knows of no units, limits or probes."));
        }
        List<Node> nodes = new java.util.ArrayList<>();
        reading.failure().ifPresent(why -> nodes.add(new ErrorPanel(why)));
        if (!lines.isEmpty()) {
            nodes.add(grid(lines));
        }
        return nodes;
    }

    private static GridPane grid(List<FactLine> lines) {
        GridPane grid = new GridPane(12, 4);
        ColumnConstraints titles = new ColumnConstraints();
        titles.setMinWidth(90);
        titles.setPercentWidth(24);
        ColumnConstraints texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(titles, texts);
        for (int i = 0; i < lines.size(); i++) {
            FactLine line = lines.get(i);
            Label title = Text.label(line.title());
            title.setWrapText(true);
            GridPane.setValignment(title, VPos.TOP);
            grid.add(title, 0, i);
            grid.add(line(line), 1, i);
        }
        return grid;
    }

    private static HBox line(FactLine line) {
        Label text = Text.of(line.text(), "t-dense");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox box = new HBox(6, text);
        box.setAlignment(Pos.TOP_LEFT);
        if (line.state() != State.PLANNED) {
            text.getStyleClass().addAll(line.state().styleClass(), "state-word");
            box.getChildren().addFirst(new StateGlyph(line.state(), 12));
        }
        return box;
    }

    List<FactLine> lines() {
        return shown;
    }
}
