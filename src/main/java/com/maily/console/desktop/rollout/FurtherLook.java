package com.maily.console.desktop.rollout;

import com.maily.console.core.port.Links;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** Where a failure may be looked into: the logs of what it is about, and other tools' screens. */
final class FurtherLook extends FlowPane {

    private final RolloutActions actions;
    private final Button logs;
    private List<Links.Link> shown = List.of();

    FurtherLook(RolloutActions actions) {
        super(8, 6);
        this.actions = actions;
        logs = Buttons.withIcon(Buttons.plain("Search logs", actions::searchLogs), "fth-search");
        logs.setId("search-logs");
        getChildren().setAll(logs);
    }

    /** @param searchable whether the step is about something that writes */
    void show(boolean searchable, List<Links.Link> links) {
        Text.visible(logs, searchable);
        boolean same = titles(links).equals(titles(shown));
        shown = List.copyOf(links);
        if (!same) {
            // The time in their addresses goes on each second; buttons that did too could not be pressed.
            getChildren().setAll(logs);
            IntStream.range(0, shown.size()).forEach(index -> getChildren().add(button(index)));
        }
    }

    private static List<String> titles(List<Links.Link> links) {
        return links.stream().map(Links.Link::title).toList();
    }

    boolean nothing() {
        return !logs.isVisible() && shown.isEmpty();
    }

    private Button button(int index) {
        return Buttons.withIcon(Buttons.plain(shown.get(index).title(), () -> actions.open(shown.get(index).address())),
                "fth-external-link");
    }
}
