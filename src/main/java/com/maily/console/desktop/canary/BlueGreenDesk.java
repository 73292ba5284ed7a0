package com.maily.console.desktop.canary;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.BlueGreen;
import com.maily.console.core.port.Platforms;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.layout.VBox;

/** Reads the components that are switched, while they are in view, and answers the run that waits for a switch. FX thread only. */
final class BlueGreenDesk {

    private static final Duration INTERVAL = Duration.ofSeconds(3);

    private final Console console;
    private final String environment;
    private final Actor actor;
    private final Ages ages;
    private final VBox cards = new VBox(12);
    private final Map<String, BlueGreenView> views = new LinkedHashMap<>();
    private final Latest<Map<String, BlueGreen>> news = new Latest<>(this::learned);
    private Map<String, BlueGreen> seen = Map.of();
    private Thread watch = Thread.ofVirtual().unstarted(() -> { });

    BlueGreenDesk(Console console, String environment, Actor actor, Ages ages) {
        this.console = console;
        this.environment = environment;
        this.actor = actor;
        this.ages = ages;
        Text.visible(cards, false);
    }

    VBox node() {
        return cards;
    }

    void shown(boolean inView) {
        watch.interrupt();
        List<Component> ours = console.workspace().in(environment).components().stream().filter(one -> one.routing().movesItself()).toList();
        if (inView && !ours.isEmpty()) {
            watch = Thread.ofVirtual().name("blue/green").start(() -> watch(ours));
        }
    }

    private void watch(List<Component> ours) {
        while (!Thread.currentThread().isInterrupted()) {
            Map<String, BlueGreen> found = new LinkedHashMap<>();
            ours.forEach(component -> read(component, found));
            news.publish(found);
            LockSupport.parkNanos(console.time().onTheWall(INTERVAL).toNanos());
        }
    }

    /** One that cannot be read is not shown: its card above tells why, and nothing is claimed of it here. */
    private void read(Component component, Map<String, BlueGreen> found) {
        try {
            Platforms platforms = console.platforms(environment);
            platforms.router(component).blueGreen(component).ifPresent(known -> found.put(component.name(), known));
        } catch (FailureException _) {
            found.remove(component.name());
        }
    }

    private void learned(Map<String, BlueGreen> newest) {
        seen = newest;
        render(console.journal().history());
    }

    void render(History history) {
        views.keySet().retainAll(seen.keySet());
        seen.forEach((name, known) -> {
            BlueGreenModel model = BlueGreenModel.of(name, environment, known, history, ages.instant());
            views.computeIfAbsent(name, _ -> new BlueGreenView(model, this::switchOver)).show(model);
        });
        if (!cards.getChildren().equals(List.copyOf(views.values()))) {
            cards.getChildren().setAll(views.values());
        }
        Text.visible(cards, !views.isEmpty());
    }

    private void switchOver(BlueGreenModel model) {
        if (model.blocked().isEmpty()) {
            Thread.startVirtualThread(() -> console.commands().answer(model.run(), model.step(), true, "switched by hand", actor));
        }
    }
}
