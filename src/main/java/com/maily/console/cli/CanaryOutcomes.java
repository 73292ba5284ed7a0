package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Move;
import com.maily.console.core.port.Subscription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Follows an action on several canaries until it is known of each what came of it, read back where a weight was told. */
final class CanaryOutcomes {

    private static final long PATIENCE_SECONDS = 300;

    /** @param carriedOut whether it is so now, as the router says or as the run stands */
    record Outcome(String component, boolean carriedOut, String said) { }

    private final Console console;
    private final String deployment;
    private final Move move;
    private final List<String> components;
    private long after;
    private boolean taken;

    /** Made before the order is given, so that nothing of it is missed. */
    CanaryOutcomes(Console console, String deployment, Move move, List<String> components) {
        this.console = console;
        this.deployment = deployment;
        this.move = move;
        this.components = components;
        this.after = console.journal().history().size();
    }

    List<Outcome> await() throws InterruptedException {
        LinkedBlockingQueue<History> news = new LinkedBlockingQueue<>();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Map<String, Outcome> known = new LinkedHashMap<>();
        try (Subscription _ = console.journal().follow(news::add)) {
            while (known.size() < components.size()) {
                History history = news.poll(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (history == null) {
                    break;
                }
                Deployment run = history.deployment(deployment).orElseThrow();
                taken |= wasTaken(history);
                if (taken) {
                    components.forEach(component -> outcome(run, component).ifPresent(one -> known.putIfAbsent(component, one)));
                }
            }
        }
        List<Outcome> all = new ArrayList<>();
        components.forEach(component -> all.add(known.getOrDefault(component, new Outcome(component, false,
                "not known after " + PATIENCE_SECONDS + " s; the run goes on with the journal, see mailyctl status"))));
        return all;
    }

    private boolean wasTaken(History history) {
        List<Entry> entries = console.journal().read(after, 1000);
        after = entries.isEmpty() ? after : entries.getLast().sequence();
        return history.deployment(deployment).filter(Deployment::over).isPresent() || entries.stream()
                .anyMatch(entry -> entry.deployment().equals(deployment) && entry.event() instanceof Event.CanaryAsked asked
                        && asked.move() == move && asked.parts().stream().map(Event.CanaryAsked.Part::component).toList()
                        .equals(components));
    }

    private Optional<Outcome> outcome(Deployment run, String component) {
        StepState step = run.steps().values().stream().filter(one -> one.step().about().equals(Optional.of(component)))
                .filter(one -> one.attempt() > 0).reduce((_, last) -> last).orElseThrow();
        ComponentState state = run.component(component);
        return switch (move) {
            case PAUSE -> Optional.of(new Outcome(component, true, "held at " + state.desired()));
            case RESUME -> Optional.of(new Outcome(component, true, "goes on at " + state.desired()));
            case QUEUE -> Optional.of(new Outcome(component, true, step.asked()
                    .map(asked -> asked.to() + " comes once " + state.desired()
                    + " has passed").orElse("at " + state.desired())));
            case SET, PROMOTE, ABORT -> weight(run, component, step, state);
        };
    }

    private static Optional<Outcome> weight(Deployment run, String component, StepState step, ComponentState state) {
        if (step.dropped().isPresent()) {
            return Optional.of(new Outcome(component, false, "not sent: " + step.dropped().get().dropped()));
        }
        if (state.lost().isPresent()) {
            return state.lost().map(lost -> new Outcome(component, false, "not recovered: " + lost.sentence()));
        }
        if (step.asked().isEmpty() && state.settledAt().isPresent()) {
            return Optional.of(new Outcome(component, true, "at " + state.desired() + ", read back"));
        }
        return run.over() ? Optional.of(new Outcome(component, false, "the run ended before it was sent")) : Optional.empty();
    }
}
