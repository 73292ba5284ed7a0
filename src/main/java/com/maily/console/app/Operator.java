package com.maily.console.app;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The person of a drill or of the demo without a display: approves what is asked, and rolls everything back when a canary is held or a step fails. It uses the
 * same commands as anybody else.
 */
final class Operator {

    private static final Actor RELEASE_MANAGER = new Actor("release-manager", "Console");
    private static final Actor ON_CALL = new Actor("on-call", "Console");

    private final Commands commands;
    private final String environment;
    private final Set<String> answered = new HashSet<>();

    Operator(Commands commands, String environment) {
        this.commands = commands;
        this.environment = environment;
    }

    Commands.Answer deploy(String version) {
        return commands.start(new Commands.Wanted(environment, version, 1, 3, false, true, Optional.empty(),
                "planned release " + version), RELEASE_MANAGER);
    }

    Commands.Answer rollBack(String reason) {
        return commands.rollBack(new Commands.Undo(environment, List.of(), Optional.empty(), reason), ON_CALL);
    }

    /** Does the one thing the present state asks of a person, if any. */
    void look(History history) {
        history.active(environment).ifPresent(this::look);
    }

    private void look(Deployment run) {
        Optional<StepState> asking = first(run, step -> step.gate().isPresent());
        Optional<StepState> stuck = first(run, step -> step.status() == StepState.Status.HELD || step.status() == StepState.Status.FAILED);
        if (asking.isPresent()) {
            answer(run, asking.get());
        } else if (stuck.isPresent() && !run.goesBack() && answered.add(run.id() + " rolled back")) {
            rollBack(stuck.get().step().title() + ": " + stuck.get().note());
        }
    }

    private void answer(Deployment run, StepState step) {
        StepState.Gate gate = step.gate().orElseThrow();
        if (answered.add(run.id() + " " + step.step().id() + " " + gate.id() + " " + step.attempt())) {
            commands.answer(run.id(), step.step().id(), true, "checked", RELEASE_MANAGER);
        }
    }

    private static Optional<StepState> first(Deployment run, java.util.function.Predicate<StepState> which) {
        return run.steps().values().stream().filter(which).findFirst();
    }
}
