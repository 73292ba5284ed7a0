package com.maily.console.desktop.canary;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.StepRewriting.Rewrite;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rewriting a canary's steps would be, as its panel shows it.
 *
 * @param rewrite empty where it cannot be done
 * @param text    the steps as they are and as they would be, or why not
 */
record CanarySteps(Optional<Rewrite> rewrite, String text) {

    /** Asks. Blocks. */
    static CanarySteps of(Commands commands, String deployment, String component, Weight next) {
        try {
            Rewrite rewrite = commands.previewSteps(deployment, component, next);
            return new CanarySteps(Optional.of(rewrite), words(rewrite));
        } catch (FailureException refused) {
            return new CanarySteps(Optional.empty(), refused.failure().why() + " " + refused.failure().advice());
        }
    }

    private static String words(Rewrite rewrite) {
        return Stream.concat(Stream.of("now    " + String.join(" · ", rewrite.before()), "after  "
                + String.join(" · ", rewrite.after())),
                rewrite.consequences().stream().map(sentence -> "– " + sentence)).collect(Collectors.joining("\n"));
    }
}
