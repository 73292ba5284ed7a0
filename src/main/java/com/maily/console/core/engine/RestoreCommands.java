package com.maily.console.core.engine;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Platforms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a rollback would send to the platforms, worked out from what they said, for a rehearsal. Sends nothing. */
record RestoreCommands(Plan plan, List<Seen> seen, Platforms platforms) {

    List<String> all() {
        return plan.steps().stream().filter(Step.Restore.class::isInstance).map(Step.Restore.class::cast)
                .flatMap(step -> seen.stream().filter(one -> one.component().name().equals(step.component()))
                        .flatMap(one -> of(step, one).stream()))
                .filter(command -> !command.isBlank()).distinct().toList();
    }

    private List<String> of(Step.Restore step, Seen now) {
        Component component = now.component();
        List<String> commands = new ArrayList<>();
        if (!now.weight().isZero()) {
            commands.add(known(() -> platforms.router(component).leaveCommand(component)));
        }
        RestoreTarget target = new RestoreTarget(step);
        if (now.stable().filter(target::is).isEmpty()) {
            target.in(now.history()).ifPresent(revision ->
                    commands.add(known(() -> platforms.deployer(component).undoCommand(component,
                            revision))));
        }
        return commands;
    }

    /** A platform that does not answer now has no part in the list; the preflight tells of it. */
    private static String known(Supplier<String> command) {
        try {
            return command.get();
        } catch (FailureException _) {
            return "";
        }
    }
}
