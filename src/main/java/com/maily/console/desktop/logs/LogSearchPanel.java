package com.maily.console.desktop.logs;

import com.maily.console.core.port.Platforms;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.EmptyPanel;
import com.maily.console.desktop.widget.ErrorPanel;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.KeyCap;
import com.maily.console.desktop.widget.Skeleton;
import com.maily.console.desktop.widget.Text;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The logs of one component or job around a moment: words, how far back, the lines, and a way to each one's trace. FX
 * thread only.
 */
public final class LogSearchPanel extends VBox {

    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final Map<String, Duration> RANGES = new LinkedHashMap<>();

    static {
        RANGES.put("5m", Duration.ofMinutes(5));
        RANGES.put("15m", USUAL);
        RANGES.put("1h", Duration.ofHours(1));
        RANGES.put("6h", Duration.ofHours(6));
    }

    private final Consumer<URI> open;
    private final LogFinder finder;
    private final Label title = Text.heading("");
    private final Label time = Text.label("");
    private final TextField words = new TextField();
    private final ToggleGroup ranges = new ToggleGroup();
    private final Label count = Text.label("");
    private final Label warnings = Text.dense("");
    private final ListView<LogFindings.Line> list = new ListView<>();
    private final Button more = Buttons.quiet("Older lines", this::readOn);
    private final Button elsewhere = Buttons.icon("fth-external-link", "Open this search where the logs are kept",
            this::openElsewhere);
    private final StackPane instead = new StackPane();
    private Optional<LogFindings> shown = Optional.empty();
    private LogQuestion question = new LogQuestion(new LogPlace("", "", Instant.EPOCH), "", USUAL, 0);

    /** @param open opens an address in a browser; @param onClose puts back what was there before */
    public LogSearchPanel(Function<String, Platforms> platforms, Consumer<URI> open, Runnable onClose) {
        this.open = open;
        this.finder = new LogFinder(platforms, this::show);
        getStyleClass().addAll("card", "bare", "log-search");
        getStylesheets().add(Objects.requireNonNull(LogSearchPanel.class.getResource("/assets/theme/health.css"))
                .toExternalForm());
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, title, Buttons.icon("fth-x", "Close", onClose), new KeyCap("Esc"));
        head.setAlignment(Pos.CENTER_LEFT);
        words.setId("log-words");
        words.setPromptText("Words, \"a phrase\", -without; then Enter");
        words.setOnAction(_ -> ask(new LogQuestion(question.place(), words.getText(), question.back(), 0)));
        HBox span = new HBox(8, time, Text.gap(), rangeButtons());
        span.setAlignment(Pos.CENTER_LEFT);
        warnings.setWrapText(true);
        warnings.setMinHeight(USE_PREF_SIZE);
        warnings.getStyleClass().addAll("state-marginal", "state-word");
        VBox top = new VBox(8, head, words, span, warnings);
        top.setPadding(new Insets(12, 16, 10, 16));
        list.setId("log-hits");
        list.getStyleClass().add("log-hits");
        list.setCellFactory(_ -> new LogHitCell(open));
        StackPane space = new StackPane(list, instead);
        instead.setPadding(new Insets(12, 16, 12, 16));
        instead.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(space, Priority.ALWAYS);
        more.setId("log-more");
        more.setMinWidth(USE_PREF_SIZE);
        count.setMinWidth(0);
        HBox foot = new HBox(8, count, Text.gap(), elsewhere, more);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setPadding(new Insets(4, 16, 4, 16));
        foot.setMinHeight(36);
        getChildren().setAll(top, Text.rule(), space, Text.rule(), foot);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                event.consume();
            }
        });
    }

    private HBox rangeButtons() {
        HBox buttons = new HBox();
        buttons.getStyleClass().add("log-range");
        RANGES.forEach((text, back) -> {
            ToggleButton button = new ToggleButton(text);
            button.setUserData(back);
            button.setToggleGroup(ranges);
            button.setSelected(back.equals(USUAL));
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText("The last " + text);
            buttons.getChildren().add(button);
        });
        ranges.selectedToggleProperty().addListener((_, before, now) -> chosen(before, now));
        return buttons;
    }

    private void chosen(Toggle before, Toggle now) {
        if (now == null) {
            before.setSelected(true);
        } else if (!now.getUserData().equals(question.back())) {
            ask(new LogQuestion(question.place(), words.getText(), (Duration) now.getUserData(), 0));
        }
    }

    /** Searches there at once, for any words. */
    public void open(LogPlace place) {
        open(place, USUAL);
    }

    /** The same, looking back at least that far where the ranges reach. */
    public void open(LogPlace place, Duration least) {
        words.clear();
        Duration back = RANGES.values().stream().filter(range -> range.compareTo(least) >= 0).findFirst()
                .orElse(RANGES.values().stream().max(Duration::compareTo).orElseThrow());
        ask(new LogQuestion(place, "", back, 0));
        ranges.getToggles().stream().filter(toggle -> toggle.getUserData().equals(back)).forEach(ranges::selectToggle);
        words.requestFocus();
    }

    private void ask(LogQuestion next) {
        question = next;
        Instant until = next.place().until();
        title.setText("Logs of " + next.place().service());
        time.setText(Format.clock(until.minus(next.back())) + " to " + Format.clock(until) + " UTC");
        if (next.page() == 0) {
            shown = Optional.empty();
            list.getItems().clear();
            instead(new Skeleton(6));
        }
        Text.visible(warnings, false);
        Text.visible(elsewhere, false);
        more.setDisable(true);
        count.setText("searching …");
        finder.ask(next);
    }

    private void readOn() {
        ask(question.next());
    }

    private void openElsewhere() {
        shown.flatMap(LogFindings::link).ifPresent(open);
    }

    private void show(LogFindings page) {
        LogFindings findings = page.question().page() == 0 ? page : shown.map(page::below).orElse(page);
        shown = Optional.of(findings);
        boolean stopped = findings.failure().isPresent() && !findings.lines().isEmpty();
        question = stopped ? question.before() : question;
        list.getItems().setAll(findings.lines());
        more.setDisable(!stopped && !findings.goesOn());
        Text.visible(more, !findings.lines().isEmpty());
        warnings.setText(stopped ? findings.failure().get().sentence() : String.join(" ", findings.warnings()));
        Text.visible(warnings, !warnings.getText().isEmpty());
        Text.visible(elsewhere, findings.link().isPresent());
        count.setText(findings.lines().isEmpty() ? "" : Format.number(findings.lines().size()) + " of " + (findings.exact() ? ""
                : "more than ")
                + Format.number(findings.total()) + " lines");
        instead(instead(findings));
    }

    private Node[] instead(LogFindings findings) {
        if (findings.failure().isPresent() && findings.lines().isEmpty()) {
            Button again = Buttons.plain("Search again", () -> ask(question));
            again.setId("log-again");
            ErrorPanel panel = new ErrorPanel(findings.failure().get(), again);
            panel.setMaxHeight(USE_PREF_SIZE);
            return new Node[] {panel};
        }
        if (!findings.connected()) {
            return new Node[] {new EmptyPanel("No log search is connected here",
                    "Add logs to the connections of " + findings.question().place().environment() + " in the workspace file.")};
        }
        return findings.lines().isEmpty() ? new Node[] {new EmptyPanel("No line matches",
                "Take a word away, or look further back.")} : new Node[0];
    }

    /** What is shown over the list; nothing leaves the list in view. */
    private void instead(Node... nodes) {
        instead.getChildren().setAll(List.of(nodes));
        Text.visible(instead, nodes.length > 0);
        list.setVisible(nodes.length == 0);
    }
}
