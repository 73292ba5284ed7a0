package com.maily.console.desktop.widget;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A line of the log: time, word, text, with what is searched for marked. */
final class LogRow extends ListCell<LogEntry> {

    private static final String NO_TIME = "        ";

    private final TextFlow flow = new TextFlow();
    private final Supplier<String> sought;
    private final Supplier<Boolean> wraps;

    LogRow(Supplier<String> sought, Supplier<Boolean> wraps) {
        this.sought = sought;
        this.wraps = wraps;
        getStyleClass().add("log-row");
        flow.setMinWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LogEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        flow.getChildren().setAll(piece(entry.at().map(Format::clock).orElse(NO_TIME) + " ", "log-time"),
                piece(String.format(Locale.ROOT, "%-5s ", entry.word()), "log-word", style(entry.kind())));
        marked(entry.text(), sought.get().toLowerCase(Locale.ROOT), entry.kind() == LogEntry.Kind.NOTE ? "log-note" : "log-text");
        if (wraps.get()) {
            flow.prefWidthProperty().bind(getListView().widthProperty().subtract(46));
            flow.setMinWidth(0);
        } else {
            flow.prefWidthProperty().unbind();
            flow.setPrefWidth(Region.USE_COMPUTED_SIZE);
            flow.setMinWidth(Region.USE_PREF_SIZE);
        }
        setGraphic(flow);
        setAccessibleText(entry.word() + " " + entry.text());
    }

    private void marked(String text, String wanted, String style) {
        String lower = text.toLowerCase(Locale.ROOT);
        int from = 0;
        for (int at = wanted.isEmpty() ? -1 : lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
            flow.getChildren().addAll(piece(text.substring(from, at), style), piece(text.substring(at, at + wanted.length()),
                    "log-match"));
            from = at + wanted.length();
        }
        flow.getChildren().add(piece(text.substring(from), style));
    }

    private static Text piece(String text, String... styles) {
        Text piece = new Text(text);
        piece.getStyleClass().addAll(styles);
        return piece;
    }

    private static String style(LogEntry.Kind kind) {
        return switch (kind) {
            case INFO -> State.RUNNING.styleClass();
            case WARN, WARNING_EVENT -> State.MARGINAL.styleClass();
            case ERROR -> State.FAILED.styleClass();
            case EVENT, NOTE, PLAIN -> State.PLANNED.styleClass();
        };
    }
}
