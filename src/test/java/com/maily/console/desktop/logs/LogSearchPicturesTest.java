package com.maily.console.desktop.logs;

import com.maily.console.core.model.Failure;
import com.maily.console.core.port.Links;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.Pictures;
import com.maily.console.desktop.Story;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

class LogSearchPicturesTest {

    private static Parent panels(HandLogs logs) {
        HBox row = new HBox(12, panel(logs, "api"), panel(logs, "unit-tests-d-20251120-3-2-1"), none());
        row.getStyleClass().add("screen");
        return row;
    }

    private static LogSearchPanel panel(HandLogs logs, String service) {
        HandConsole console = new HandConsole(Story.entries());
        console.logs = Optional.of(logs);
        console.links = List.of(_ -> List.of(new Links.Link("Jaeger: this trace", URI.create("https://jaeger.example/"))));
        return opened(console, service);
    }

    private static LogSearchPanel none() {
        return opened(new HandConsole(Story.entries()), "email");
    }

    private static LogSearchPanel opened(HandConsole console, String service) {
        LogSearchPanel panel = new LogSearchPanel(console::platforms, _ -> { }, () -> { });
        panel.setPrefWidth(392);
        panel.setMaxWidth(392);
        panel.open(new LogPlace("production", service, Story.NOW));
        return panel;
    }

    @Test
    void found() throws Exception {
        HandLogs logs = new HandLogs();
        logs.warnings = List.of("2 of 5 shards failed, lines may be missing: node left.");
        Pictures.of("logs", _ -> panels(logs));
    }

    @Test
    void failed() throws Exception {
        HandLogs logs = new HandLogs();
        logs.failure = Optional.of(new Failure.Denied("Log search (logs.maily.example.com) does not let this account search",
                "It says: action [indices:data/read/search] is unauthorized.", "Ask for the right to read the index."));
        Pictures.of("logs-failed", _ -> panels(logs));
    }
}
