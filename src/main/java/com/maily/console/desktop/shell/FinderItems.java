package com.maily.console.desktop.shell;

import com.maily.console.core.model.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** What the palette can find: every action that is possible now, the screens, and the components. */
final class FinderItems {

    private FinderItems() { }

    static List<Finder.Item> of(List<Screen> screens, List<Component> components, Predicate<Action> possible, Consumer<Action> act,
                                IntConsumer go) {
        List<Finder.Item> items = new ArrayList<>();
        for (Action action : Action.values()) {
            if (action != Action.PALETTE && possible.test(action)) {
                items.add(new Finder.Item("Actions", action.text(), "", action.icon(), action.keys(), action.held(),
                        () -> act.accept(action)));
            }
        }
        for (int index = 0; index < screens.size(); index++) {
            int place = index;
            items.add(new Finder.Item("Go to", screens.get(index).title(), "screen", screens.get(index).icon(), "Ctrl " + (index + 1),
                    false, () -> go.accept(place)));
        }
        components.forEach(component -> items.add(new Finder.Item("Components", component.name(), about(component), "fth-grid", "",
                false, () -> act.accept(Action.NOW))));
        return items;
    }

    private static String about(Component component) {
        return component.criticality().name().toLowerCase(Locale.ROOT).replace('_', '-') + " · " + component.target();
    }
}
