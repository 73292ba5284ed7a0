package com.maily.console.core.engine;

import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A phase while it is being planned: numbers its steps and gives each its planned and longest time. */
final class PhaseDraft {

    private static final Duration LEAST = Duration.ofMinutes(15);

    private final int number;
    private final String title;
    private final String environment;
    private final Workspace workspace;
    private final List<Step> steps = new ArrayList<>();

    PhaseDraft(int number, String title, String environment, Workspace workspace) {
        this.number = number;
        this.title = title;
        this.environment = environment;
        this.workspace = workspace;
    }

    /** @return the new step's id */
    String add(String stepTitle, Stage stage, Collection<String> after, Duration planned, Function<Step.Base, Step> kind) {
        String id = number + "." + (steps.size() + 1);
        Duration timeout = planned.multipliedBy(3).compareTo(LEAST) > 0 ? planned.multipliedBy(3) : LEAST;
        steps.add(kind.apply(new Step.Base(id, stepTitle, stage, environment, List.copyOf(after), planned, timeout)));
        return id;
    }

    /** As {@link #add}, with the planned time the workspace gives under {@code key}. */
    String add(String stepTitle, Stage stage, Collection<String> after, String key, Duration usual, Function<Step.Base,
            Step> kind) {
        return add(stepTitle, stage, after, workspace.timing(key, usual), kind);
    }

    String environment() {
        return environment;
    }

    List<String> ids() {
        return steps.stream().map(Step::id).toList();
    }

    /** The steps no other step of the phase waits for. */
    List<String> ends() {
        List<String> waitedFor = steps.stream().flatMap(step -> step.after().stream()).toList();
        return ids().stream().filter(id -> !waitedFor.contains(id)).toList();
    }

    Phase phase(String subtitle) {
        return new Phase(number, title, subtitle, steps);
    }
}
