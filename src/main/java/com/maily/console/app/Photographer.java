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

    /** Few pictures while something is wrong: whoever takes them keeps the person at the controls waiting. */
    void look(Entry entry) throws InterruptedException {
        switch (entry.event()) {
            case Event.WeightObserved e when e.component().equals("api") && e.observed().isFull() -> { }
            case Event.WeightObserved e when e.component().equals("api") && !WORTH_SEEING.isAbove(e.observed()) ->
                    take("rollout", true);
            case Event.WeightObserved e when e.component().equals("api") && !e.observed().isZero() -> {
                take("rollout", false);
                take("canary", false);
                take("sla", false);
            }
            case Event.StepHeld _ -> {
                take("canary", true);
                take("sla", true);
            }
            case Event.DeploymentStarted e when e.plan().intent() == Plan.Intent.BACK ->
                    take("rollback-running", "rollback", true);
            default -> { }
        }
    }

    void atTheEnd() throws InterruptedException {
        for (boolean dark : new boolean[] {true, false}) {
            take("canary", dark);
            take("sla", dark);
            take("rollback", dark);
            take("fleet", dark);
            take("analysis", dark);
            take("health", dark);
            take("journal", dark);
            take("rollout-after", "rollout", dark);
        }
    }

    private void take(String screen, boolean dark) throws InterruptedException {
        take(screen, screen, dark);
    }

    private void take(String name, String screen, boolean dark) throws InterruptedException {
        String file = name + (dark ? "-dark" : "-light") + ".png";
        if (taken.add(file)) {
            desk.useDark(dark);
            desk.go(screens.indexOf(screen));
            Thread.sleep(SETTLED_MILLIS);
            desk.picture(folder.resolve(file));
        }
    }
}
