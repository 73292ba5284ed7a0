package com.maily.console.app;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Weight;
import com.maily.console.desktop.app.Desk;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes pictures of the demo at the moments worth showing, each moment once, in both themes. */
final class Photographer {

    /** Enough for the screens to have been drawn with what they have just heard of. */
    private static final long SETTLED_MILLIS = 500;
    private static final Weight WORTH_SEEING = Weight.ofPercent(25);

    private final Desk desk;
    private final Path folder;
    private final List<String> screens;
    private final Set<String> taken = new HashSet<>();

    Photographer(Desk desk, Path folder) {
        this.desk = desk;
        this.folder = folder;
        this.screens = desk.screens().stream().map(title -> title.toLowerCase(Locale.ROOT)).toList();
    }

    void look(Entry entry) throws InterruptedException {
        switch (entry.event()) {
            case Event.WeightObserved e when e.component().equals("api") && !WORTH_SEEING.isAbove(e.observed()) -> canary();
            case Event.DeploymentStarted e when e.plan().intent() == Plan.Intent.BACK -> take("rollback-running", "rollback");
            default -> { }
        }
    }

    private void canary() throws InterruptedException {
        take("rollout", "rollout");
        take("canary", "canary");
        take("sla", "sla");
    }

    void atTheEnd() throws InterruptedException {
        take("rollback", "rollback");
        take("journal", "journal");
        take("rollout-after", "rollout");
    }

    private void take(String name, String screen) throws InterruptedException {
        if (!taken.add(name)) {
            return;
        }
        desk.go(screens.indexOf(screen));
        for (boolean dark : new boolean[] {true, false}) {
            desk.useDark(dark);
            Thread.sleep(SETTLED_MILLIS);
            desk.picture(folder.resolve(name + (dark ? "-dark" : "-light") + ".png"));
        }
        desk.useDark(true);
    }
}
