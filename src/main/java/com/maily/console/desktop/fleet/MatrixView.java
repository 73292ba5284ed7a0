package com.maily.console.desktop.fleet;

import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.widget.AgeLabel;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Components against environments and their clusters. The grid is made once; only what its cells say changes. */
final class MatrixView extends GridPane {

    private static final int NAMES = 2;

    private final FleetMap map;
    private final String environment;
    private final Ages ages;
    private final Consumer<Seat> select;
    private final Map<FleetMap.Column, Head> heads = new HashMap<>();
    private final Map<Seat, MatrixCell> cells = new HashMap<>();
    private final Map<FleetMap.Line, Git> gits = new HashMap<>();
    private final AgeLabel gitAge;

    private record Head(StateGlyph glyph, AgeLabel age, Label why, Tooltip tooltip) { }

    /** @param environment the one the window is in: others are shown for comparison */
    MatrixView(FleetMap map, String environment, Ages ages, Consumer<Seat> select) {
        this.map = map;
        this.environment = environment;
        this.ages = ages;
        this.select = select;
        this.gitAge = new AgeLabel(ages);
        getStyleClass().add("matrix");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleText("Components by environment and cluster");
        columns();
        heads();
        for (int line = 0; line < map.lines().size(); line++) {
            row(map.lines().get(line), line + 2);
        }
    }

    private record Git(Label wants, StateGlyph glyph, Label word) { }

    private void columns() {
        getColumnConstraints().addAll(fixed(132, 88), fixed(92, 70));
        for (FleetMap.Group group : map.groups()) {
            for (FleetMap.Column _ : group.columns()) {
                ColumnConstraints wide = new ColumnConstraints(120, group.regional() ? 225 : 240, Double.MAX_VALUE);
                wide.setHgrow(group.production() ? Priority.ALWAYS : Priority.SOMETIMES);
                getColumnConstraints().add(wide);
            }
        }
        if (map.git()) {
            getColumnConstraints().addAll(fixed(118, 84), fixed(112, 96));
        }
    }

    private static ColumnConstraints fixed(double width, double least) {
        ColumnConstraints column = new ColumnConstraints(least, width, width);
        column.setHgrow(Priority.SOMETIMES);
        return column;
    }

    private void heads() {
        add(filled("head top"), 0, 0, NAMES, 1);
        add(filled("head", Text.label("Component")), 0, 1);
        add(filled("head", Text.label("Platform")), 1, 1);
        int at = NAMES;
        for (FleetMap.Group group : map.groups()) {
            add(groupHead(group), at, 0, group.columns().size(), 1);
            for (int i = 0; i < group.columns().size(); i++) {
                add(columnHead(group.columns().get(i), i == 0), at++, 1);
            }
        }
        if (map.git()) {
            add(filled("head top group", Text.of("Git, seen by Argo CD", "t-label", "group-word"), Text.gap(), gitAge), at,
                    0, 2, 1);
            add(filled("head group", Text.label("Wants")), at, 1);
            add(filled("head", Text.label("State")), at + 1, 1);
        }
    }

    private HBox groupHead(FleetMap.Group group) {
        HBox head = filled("head top group");
        if (group.production()) {
            Region swatch = new Region();
            swatch.getStyleClass().add("hatch-swatch");
            head.getChildren().add(swatch);
        }
        String name = group.environment().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + group.environment().substring(1);
        head.getChildren().add(Text.of(name, "t-label", group.production() ? "production-word" : "group-word"));
        if (group.production() && !group.environment().equals(environment)) {
            Label remark = Text.label("shown for comparison, read-only here");
            remark.setMinWidth(0);
            head.getChildren().add(remark);
        }
        return head;
    }

    private HBox columnHead(FleetMap.Column column, boolean first) {
        Head head = new Head(Text.visible(new StateGlyph(State.FAILED, 11), false), new AgeLabel(ages),
                Text.visible(Text.label("down"), false),
                new Tooltip());
        head.why().setMinWidth(USE_PREF_SIZE);
        head.why().getStyleClass().addAll(State.FAILED.styleClass(), "state-word");
        heads.put(column, head);
        HBox box = filled(first ? "head group" : "head", head.glyph(), Text.label(column.title()), head.why(), head.age());
        Tooltip.install(box, head.tooltip());
        return box;
    }

    private void row(FleetMap.Line line, int row) {
        add(filled("line", Text.of(line.component(), "t-dense-strong")), 0, row);
        add(filled("line", Text.of(line.platform(), "t-dense", "t-quiet")), 1, row);
        int at = NAMES;
        for (FleetMap.Group group : map.groups()) {
            boolean spans = line.spans(group);
            for (int i = 0; i < group.columns().size(); i++, at++) {
                if (i == 0 || !spans) {
                    FleetMap.Column column = group.columns().get(i);
                    Optional<Seat> seat = line.in(column);
                    MatrixCell cell = new MatrixCell(line.component() + " in " + column.title(), () -> seat.ifPresent(select));
                    cell.getStyleClass().addAll(i == 0 ? List.of("line", "group") : List.of("line"));
                    seat.ifPresentOrElse(where -> cells.put(where, cell), () -> cell.show(FleetModel.NOTHING, false, false));
                    add(cell, at, row, spans ? group.columns().size() : 1, 1);
                }
            }
        }
        if (map.git()) {
            git(line, at, row);
        }
    }

    private void git(FleetMap.Line line, int at, int row) {
        Git git = new Git(Text.of("", "t-mono"), new StateGlyph(State.PLANNED, 12), Text.of("", "t-dense"));
        git.word().setMinWidth(0);
        gits.put(line, git);
        add(filled("line group", git.wants()), at, row);
        add(filled("line", git.glyph(), git.word()), at + 1, row);
    }

    private void showGit(FleetModel.Row row) {
        Git git = gits.get(row.line());
        if (git != null) {
            row.git().ifPresentOrElse(cell -> showGit(git, cell), () -> showGit(git, new GitCell("n/a", State.PLANNED,
                    "not in Git", "")));
        }
    }

    private static void showGit(Git git, GitCell cell) {
        git.wants().setText(cell.wants().isEmpty() ? "–" : cell.wants());
        git.glyph().show(cell.state());
        git.word().setText(cell.word());
        git.word().getStyleClass().setAll("label", "t-dense", cell.state().styleClass());
        if (cell.state() != State.DONE) {
            git.word().getStyleClass().add("state-word");
        }
    }

    private static HBox filled(String styles, javafx.scene.Node... content) {
        HBox box = new HBox(6, content);
        box.getStyleClass().addAll(styles.split(" "));
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return box;
    }

    void show(FleetModel model, Optional<Seat> selected) {
        model.heads().forEach(this::showHead);
        model.rows().forEach(this::showGit);
        model.git().ifPresent(reading -> gitAge.show(reading.source()));
        model.rows().stream().flatMap(row -> row.slots().stream()).forEach(slot -> slot.seat().ifPresent(seat ->
                cells.get(seat).show(slot.cell(), dim(seat), selected.filter(seat::equals).isPresent())));
    }

    /** Production is never the lesser side of a comparison but where the window is in another environment. */
    private boolean dim(Seat seat) {
        return map.groups().stream().anyMatch(group -> group.environment().equals(seat.environment()) && group.production()
                && !seat.environment().equals(environment));
    }

    private void showHead(FleetModel.Head newest) {
        Head head = heads.get(newest.column());
        Text.visible(head.glyph(), newest.down());
        Text.visible(head.why(), newest.down());
        head.tooltip().setText(newest.down() ? newest.why() : "How long ago this cluster answered");
        SourceState source = newest.source();
        head.age().show(source);
    }

    /** The cells in reading order, for the keyboard and for tests. */
    List<MatrixCell> cells() {
        return new ArrayList<>(cells.values());
    }

    MatrixCell cell(Seat seat) {
        return cells.get(seat);
    }
}
