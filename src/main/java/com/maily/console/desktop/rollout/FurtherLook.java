package com.maily.console.desktop.rollout;

import com.maily.console.core.port.Links;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Text;
import java.util.List;
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
        if (!links.equals(shown)) {
            shown = List.copyOf(links);
            getChildren().setAll(logs);
            links.forEach(link -> getChildren().add(button(link)));
        }
    }

    boolean nothing() {
        return !logs.isVisible() && shown.isEmpty();
    }

    private Button button(Links.Link link) {
        Button button = Buttons.withIcon(Buttons.plain(link.title(), () -> actions.open(link.address())), "fth-external-link");
        button.setAccessibleHelp(link.address().toString());
        return button;
    }
}
