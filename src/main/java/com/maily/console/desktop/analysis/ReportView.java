package com.maily.console.desktop.analysis;

import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.Analysis;
import com.maily.console.core.sla.Analysis.Metric;
import com.maily.console.core.sla.Verdict.Group;
import com.maily.console.core.sla.Verdict.Word;
import com.maily.console.core.sla.report.Report;
import com.maily.console.core.sla.report.Said;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Card;
import com.maily.console.desktop.widget.Chip;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.SourceChip;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Tag;
import com.maily.console.desktop.widget.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One report: the word and why, groups, the metrics, and the chosen one's charts and queries. */
final class ReportView extends VBox {

    private static final List<Word> WORST_FIRST = List.of(Word.FAIL, Word.NO_DATA, Word.TOO_FEW_SAMPLES, Word.MARGINAL,
            Word.PASS);

    private final Card head = new Card().dense();
    private final Chip word = new Chip(State.QUEUED);
    private final Tag dryRun = new Tag("dry run");
    private final Tag live = new Tag("live");
    private final Label title = Text.heading("");
    private final SourceChip asked;
    private final Label askedAt = Text.label("");
    private final Label score = Text.of("", "sla-value");
    private final Label sentence = wrapped(Text.body(""));
    private final Label window = Text.label("");
    private final Label said = wrapped(Text.dense(""));
    private final FlowPane groups = new FlowPane(16, 6);
    private final MetricTable table;
    private final Card metrics;
    private final MetricView metric;
    private final VBox remarks = new VBox(4);
    private String chosen = "";
    private Optional<Reading.Known> shown = Optional.empty();

    ReportView(Theme theme, Ages ages) {
        super(12);
        asked = new SourceChip(ages);
        metric = new MetricView(theme);
        table = new MetricTable(one -> choose(one.objective().key()));
        HBox first = new HBox(10, word, dryRun, title, live, Text.gap(), asked, askedAt);
        first.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(0);
        Label of = Text.label("score of 100");
        of.setMinWidth(USE_PREF_SIZE);
        HBox second = new HBox(10, score, of, groups);
        second.setAlignment(Pos.CENTER_LEFT);
        score.setMinWidth(USE_PREF_SIZE);
        groups.setMinWidth(0);
        groups.setPrefWrapLength(900);
        HBox.setHgrow(groups, Priority.ALWAYS);
        groups.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().setAll(first, sentence, second, window, said);
        head.setSpacing(6);
        head.setFocusTraversable(true);
        head.setAccessibleRole(AccessibleRole.TEXT);
        metrics = new Card(table).bare();
        remarks.getStyleClass().addAll("card", "dense");
        arrange(Word.PASS);
    }

    void show(Reading.Known known) {
        shown = Optional.of(known);
        Report report = known.report();
        Analysis analysis = report.analysis();
        State state = State.of(analysis.word());
        word.show(state, Said.word(analysis.word()));
        head.edge(state);
        Text.visible(dryRun, report.dryRun());
        Text.visible(live, report.live());
        title.setText(analysis.component());
        asked(report);
        score.setText(analysis.score() == null ? "–" : Said.number(analysis.score()));
        sentence.setText(analysis.sentence());
        window.setText(report.window());
        said.setText(report.said().map(words -> "The run said then: " + words).orElse(""));
        Text.visible(said, report.said().isPresent());
        groups.getChildren().setAll(analysis.groups().stream().map(ReportView::group).toList());
        head.setAccessibleText(report.summary());
        remarks.getChildren().setAll(report.remarks().stream().map(words -> wrapped(Text.dense(words))).toList());
        Text.visible(remarks, !report.remarks().isEmpty());
        arrange(analysis.word());
        choose(analysis.metrics().stream().anyMatch(one -> one.objective().key().equals(chosen)) ? chosen : worst(analysis));
    }

    /** Only what goes on grows old; the points of a window that is over stay what they were. */
    private void asked(Report report) {
        asked.show(new SourceState("asked", AnalysisScreen.REFRESH, Optional.of(report.analysis().askedAt()), ""));
        Text.visible(asked, report.live());
        askedAt.setText("asked at " + Format.clock(report.analysis().askedAt()) + " UTC");
        askedAt.setMinWidth(USE_PREF_SIZE);
        Text.visible(askedAt, !report.live());
    }

    /** Where nothing could be told, why comes first. */
    private void arrange(Word decided) {
        boolean first = decided == Word.NO_DATA || decided == Word.TOO_FEW_SAMPLES;
        List<Node> order = first ? List.of(head, remarks, metrics, metric) : List.of(head, metrics, metric, remarks);
        if (!getChildren().equals(order)) {
            getChildren().setAll(order);
        }
    }

    /** What decided is what people want to see first. */
    private static String worst(Analysis analysis) {
        return analysis.metrics().stream().min(Comparator.comparingInt(one -> WORST_FIRST.indexOf(one.word())))
                .map(one -> one.objective().key()).orElse("");
    }

    private static HBox group(Group group) {
        HBox box = new HBox(6, new StateGlyph(State.of(group.word()), 13), Text.of(group.name(), "t-dense-strong"),
                Text.mono(group.score() == null ? "–" : Said.number(group.score())), Text.label("weight "
                        + Said.number(group.weight())));
        box.setAlignment(Pos.CENTER_LEFT);
        box.setAccessibleText(group.name() + ", " + Said.word(group.word()));
        return box;
    }

    void choose(String key) {
        chosen = key;
        shown.ifPresent(known -> {
            List<Metric> metrics = known.report().analysis().metrics();
            table.show(metrics, key);
            Text.visible(metric, known.figures().containsKey(key));
            metrics.stream().filter(each -> each.objective().key().equals(key)).findFirst()
                    .ifPresent(each -> metric.show(known.report().analysis(), each, known.figures().get(key)));
        });
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    MetricTable table() {
        return table;
    }

    MetricView metric() {
        return metric;
    }
}
