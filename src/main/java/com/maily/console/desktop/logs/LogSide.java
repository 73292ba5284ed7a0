package com.maily.console.desktop.logs;

import com.maily.console.core.port.Platforms;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

/** The log search over the right edge of a screen, for screens without a drawer of their own. FX thread only. */
public final class LogSide {

    private static final double WIDTH = 420;

    private final StackPane over;
    private final LogSearchPanel panel;

    /** @param over what the screen is in; @param open opens an address in a browser */
    public LogSide(StackPane over, Function<String, Platforms> platforms, Consumer<URI> open) {
        this.over = over;
        this.panel = new LogSearchPanel(platforms, open, this::close);
        panel.setMaxWidth(WIDTH);
        StackPane.setAlignment(panel, Pos.CENTER_RIGHT);
        StackPane.setMargin(panel, new Insets(12, 16, 12, 16));
    }

    /** @param back how far before the place's end there is something to be seen */
    public void open(LogPlace place, Duration back) {
        if (!over.getChildren().contains(panel)) {
            over.getChildren().add(panel);
        }
        panel.open(place, back);
    }

    private void close() {
        over.getChildren().remove(panel);
    }
}
