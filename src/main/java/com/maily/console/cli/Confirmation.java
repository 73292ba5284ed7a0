package com.maily.console.cli;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The name of a protected environment, typed by whoever changes it. */
final class Confirmation {

    @Option(names = "--confirm", paramLabel = "ENVIRONMENT", description =
            "The environment's name once more; needed where the workspace file says protected.")
    @Nullable String typed;

    /** Gives an order that changes things, with what was typed for it. */
    Commands.Answer before(Console console, String environment, Actor by, Function<Commands, Commands.Answer> order) {
        if (typed != null && console.commands().confirm(environment, typed, by) instanceof Commands.Answer.Refused wrong) {
            return wrong;
        }
        return order.apply(console.commands());
    }

    /** For what is no order to a run. @throws FailureException when the environment is protected and its name was not typed */
    void require(Environment environment) {
        if (environment.protect() && !environment.name().equals(typed)) {
            throw new FailureException(new Failure.Rejected(environment.name() + " is protected", "Its name was not typed.",
                    "Add --confirm=" + environment.name() + "."));
        }
    }
}
