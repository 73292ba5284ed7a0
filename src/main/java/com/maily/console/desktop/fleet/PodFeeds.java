package com.maily.console.desktop.fleet;

import com.maily.console.core.engine.Console;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import com.maily.console.desktop.fx.Latest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The pods of the window's environment, always, and those of another one once somebody has looked at it. FX thread only. */
final class PodFeeds implements Subscription {

    private final Console console;
    private final String own;
    private final Runnable changed;
    private final Map<String, PodFeed> feeds = new HashMap<>();
    private final Map<String, PodPage> pages = new HashMap<>();
    private PodQuery query = PodQuery.ALL;
    private String environment;
    private boolean seen;

    PodFeeds(Console console, String own, Runnable changed) {
        this.console = console;
        this.own = own;
        this.environment = own;
        this.changed = changed;
        feed(own);
    }

    /** Whose pods are listed. */
    String environment() {
        return environment;
    }

    PodPage page() {
        return pages.getOrDefault(environment, nothing());
    }

    PodPage own() {
        return pages.getOrDefault(own, nothing());
    }

    void ask(UnaryOperator<PodQuery> change) {
        ask(environment, change);
    }

    void ask(String wanted, UnaryOperator<PodQuery> change) {
        query = change.apply(query);
        environment = wanted;
        feed(wanted).ask(query);
        seen(seen);
        changed.run();
    }

    void seen(boolean nowSeen) {
        seen = nowSeen;
        feeds.forEach((name, feed) -> feed.seen(seen && name.equals(environment)));
    }

    private PodFeed feed(String name) {
        return feeds.computeIfAbsent(name, _ -> new PodFeed(() -> console.platforms(name), console.time(), query,
                new Latest<>(page -> show(name, page))));
    }

    private void show(String name, PodPage page) {
        // An answer to an older question would show what nobody looks for any more.
        if (!name.equals(environment) || page.query().equals(query) || !pages.containsKey(name)) {
            pages.put(name, page);
            changed.run();
        }
    }

    private PodPage nothing() {
        return new PodPage(query, List.of(), PodPage.Count.NONE, PodPage.Count.NONE, Set.of(), false, "",
                new SourceState("Kubernetes", Duration.ofSeconds(10), Optional.empty(), ""), "", true);
    }

    @Override
    public void close() {
        feeds.values().forEach(PodFeed::close);
    }
}
