package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.journal.Told;
import com.maily.console.core.journal.Wording;
import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps one monitoring system from calling people for what runs do on purpose, and only for that: with the first sign of trouble
 * the mute goes, and it is not made again in that run. What a console that died left behind is found by the run's identity.
 */
final class MutingTool extends Tool {

    /** How long a mute outlives a console that renews it no more. */
    static final Duration WINDOW = Duration.ofMinutes(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final Mutes mutes;
    private final boolean wanted;
    /** When each mute that lasts was looked at. */
    private final Map<String, Instant> looked = new HashMap<>();
    /** Runs that are over and have nothing left here. */
    private final Set<String> clean = new HashSet<>();

    /** @param wanted whether the workspace wants this environment muted; what is there is removed also where it does not */
    MutingTool(String environment, boolean wanted, Mutes mutes, Journal journal, Time time) {
        super(environment, mutes.system(), journal, time);
        this.mutes = mutes;
        this.wanted = wanted;
    }

    @Override
    void look(Deployment run) {
        Optional<Told.Muting> known = run.told().mute(environment(), system());
        boolean goesOn = wanted && goesWell(run);
        if (known.isEmpty() && goesOn) {
            attempt(run, "mute alerts", () -> mute(run));
        } else if (known.filter(Told.Muting::lasts).isPresent()) {
            attempt(run, goesOn ? "keep alerts muted" : "unmute alerts", () -> {
                if (goesOn) {
                    keep(run);
                } else {
                    end(run, mutes.of(run.id()));
                }
            });
        } else if (known.isEmpty() && mayHaveLeft(run)) {
            quietly(() -> leftBehind(run));
        }
    }

    /** While it works here and nothing is wrong with it: muting must not hide what the run itself breaks. */
    private boolean goesWell(Deployment run) {
        boolean begun = steps(run).stream().anyMatch(step -> step.startedAt().isPresent());
        boolean more = steps(run).stream().anyMatch(step -> !step.status().settled());
        return !run.over() && begun && more && run.trouble().isEmpty();
    }

    private List<StepState> steps(Deployment run) {
        return run.steps().values().stream().filter(step -> step.step().environment().equals(environment())).toList();
    }

    private void mute(Deployment run) {
        Instant until = now().plus(WINDOW);
        String proof = mutes.mute(window(run, until));
        looked.put(run.id(), now());
        append(run, new Event.AlertsMuted(environment(), system(), until, proof));
    }

    private Mutes.Window window(Deployment run, Instant until) {
        return new Mutes.Window(run.id(), environment(), until, Locks.claim(run).reason());
    }

    private void keep(Deployment run) {
        if (now().isBefore(looked.getOrDefault(run.id(), Instant.MIN).plus(BETWEEN_LOOKS))) {
            return;
        }
        List<Mutes.Mute> there = mutes.of(run.id());
        if (there.isEmpty()) {
            append(run, new Event.AlertsUnmuted(environment(), system(), "The mute was ended elsewhere.", ""));
        } else if (there.stream().noneMatch(mute -> mute.until().isAfter(now().plus(WINDOW.dividedBy(2))))) {
            mutes.mute(window(run, now().plus(WINDOW)));
        }
        looked.put(run.id(), now());
    }

    private void end(Deployment run, List<Mutes.Mute> there) {
        String proof = there.stream().map(mutes::unmute).reduce((one, other) -> one + " " + other).orElse("");
        append(run, new Event.AlertsUnmuted(environment(), system(), why(run), proof));
    }

    private static String why(Deployment run) {
        return run.over() ? "The run is over." : run.trouble().map(trouble -> Wording.sentence(trouble.sign()))
                .orElse("What was to be done there is done.");
    }

    /** A console may have died between making a mute and saying so. */
    private boolean mayHaveLeft(Deployment run) {
        boolean began = steps(run).stream().anyMatch(step -> step.startedAt().isPresent());
        boolean recent = run.endedAt().map(end -> end.plus(WINDOW).isAfter(now())).orElse(true);
        return wanted && began && recent && !clean.contains(run.id());
    }

    private void leftBehind(Deployment run) {
        List<Mutes.Mute> there = mutes.of(run.id());
        if (!there.isEmpty()) {
            end(run, there);
        }
        clean.add(run.id());
    }
}
