package com.maily.console.cli;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Difference;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Revision;
import java.util.List;
import java.util.Optional;

/** The revisions of one component, and what lies between two of them. */
final class Revisions {

    private static final int AROUND = 3;

    private Revisions() { }

    static List<Revision> of(Console console, String environment, String name) {
        Component component = console.workspace().in(environment).component(name).orElseThrow(() -> new UsageException(
                "There is no component '" + name + "' in " + environment, "its regions are components of their own.",
                "Name one with its region, such as " + name + "@REGION."));
        return console.platforms(environment).deployer(component).history(component);
    }

    /** Prints where an undo would lead: revision, image, time, cause, and the difference of the templates. */
    static void print(Commands.Preview preview, List<Revision> history, Output output) {
        Optional<Revision> target = preview.plan().stream().flatMap(plan -> plan.steps().stream())
                .filter(Step.Restore.class::isInstance).map(step -> ((Step.Restore) step).revision()).findFirst()
                .flatMap(identity -> history.stream().filter(revision -> revision.identity().equals(identity)).findFirst());
        target.ifPresent(to -> {
            output.say("To revision %s: %s of %s%s".formatted(to.name(), to.artifact().version(), to.createdAt(),
                    to.cause().isEmpty() ? "" : ", " + to.cause()));
            history.stream().filter(Revision::current).findFirst().ifPresentOrElse(
                    now -> print(Difference.between(now.template(), to.template()), output),
                    () -> output.say("What runs now is not in the history, so the difference is not known."));
        });
    }

    private static void print(Difference difference, Output output) {
        if (difference.none()) {
            output.say("The templates differ only in values that are not shown.");
        }
        for (List<Difference.Line> part : difference.parts(AROUND)) {
            output.say("@@ line " + part.getFirst().number());
            part.forEach(line -> output.say(switch (line.mark()) {
                case SAME -> "  ";
                case REMOVED -> "- ";
                case ADDED -> "+ ";
            } + line.text()));
        }
    }
}
