package com.maily.console.desktop.fleet;

import com.maily.console.core.engine.Console;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.Subscription;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.widget.LogPage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which pod's log is followed, if any, and what has come of it. Follows only while it is looked at. FX thread only. */
final class SelectedLog implements Subscription {

    private final Console console;
    private final Runnable changed;
    private @Nullable LogFeed feed;
    private Optional<Pod> pod = Optional.empty();
    private String environment = "";
    private String container = "";
    private boolean previous;
    private LogPage page = LogPage.NONE;
    private boolean running;

    SelectedLog(Console console, Runnable changed) {
        this.console = console;
        this.changed = changed;
    }

    void follow(String where, Optional<Pod> wanted) {
        if (where.equals(environment) && wanted.map(Pod::key).equals(pod.map(Pod::key))) {
            return;
        }
        environment = where;
        pod = wanted;
        container = "";
        previous = false;
        restart();
    }

    void container(String name, boolean before) {
        container = name;
        previous = before;
        restart();
    }

    /** The pod as it now is; one that is gone is kept, so that its last words can be read. */
    void update(PodPage newest) {
        pod = pod.map(one -> newest.pod(one.key()).orElse(one));
    }

    void run(boolean inView) {
        running = inView;
        restart();
    }

    private void restart() {
        close();
        page = LogPage.NONE;
        String where = environment;
        feed = running ? pod.map(one -> new LogFeed(() -> PodFeed.pods(console.platforms(where)), one, container, previous,
                console.time(),
                latest(one.key() + container + previous))).orElse(null) : null;
        changed.run();
    }

    /** What comes late from a feed that was left is not shown for the one that is followed now. */
    private Latest<LogPage> latest(String whose) {
        return new Latest<>(newest -> {
            if (pod.map(one -> one.key() + container + previous).filter(whose::equals).isPresent()) {
                page = newest;
                changed.run();
            }
        });
    }

    Optional<Pod> pod() {
        return pod;
    }

    String container() {
        return container;
    }

    boolean previous() {
        return previous;
    }

    LogPage page() {
        return page;
    }

    @Override
    public void close() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }
}
