package com.maily.console.desktop.shell;

import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The way from screen to screen, with a badge where something needs a person. */
final class NavRail extends VBox {
    private final List<Button> items = new ArrayList<>();

    NavRail(List<Screen> screens, IntConsumer go, Runnable switchTheme) {
        getStyleClass().add("nav-rail");
        for (int index = 0; index < screens.size(); index++) {
            items.add(item(screens.get(index), index, go));
        }
        getChildren().addAll(items);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Button theme = Buttons.icon("fth-sun", Action.THEME.text() + " (" + Action.THEME.keys() + ")", switchTheme);
        theme.setId("switch-theme");
        theme.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(space, theme);
    }

    void present(int index) {
        for (int at = 0; at < items.size(); at++) {
            items.get(at).getStyleClass().remove("present");
            if (at == index) {
                items.get(at).getStyleClass().add("present");
            }
        }
    }

    private static Button item(Screen screen, int index, IntConsumer go) {
        Label badge = Text.of("", "nav-badge");
        StackPane icon = new StackPane(Text.icon(screen.icon(), 20), badge);
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        icon.setMinSize(40, 24);
        icon.setMaxSize(40, 24);
        Button item = Buttons.plain(screen.title(), () -> go.accept(index));
        item.setGraphic(icon);
        item.setContentDisplay(ContentDisplay.TOP);
        item.getStyleClass().add("nav-item");
        item.setId("nav-" + screen.title().toLowerCase(java.util.Locale.ROOT));
        item.setMaxWidth(Double.MAX_VALUE);
        item.setTooltip(new Tooltip(screen.title() + " (Ctrl " + (index + 1) + ")"));
        screen.badge().addListener((_, _, now) -> show(badge, now));
        show(badge, screen.badge().get());
        return item;
    }

    private static void show(Label label, Badge badge) {
        Text.visible(label, badge.count() > 0);
        label.setText(String.valueOf(badge.count()));
        label.getStyleClass().setAll("label", "nav-badge", badge.state().styleClass());
        label.setAccessibleText(badge.count() + " need you");
    }
}
