package com.maily.console.core.port;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import java.util.List;

/**
 * What a router offers whose weights come from steps that people wrote: to write other steps, so that a weight they left out can
 * be set.
 * An action of its own, whose consequences are shown before; moving traffic never does it.
 */
public interface StepRewriting {

    /**
     * What would be written. Equal to another one only when it would do the same to the same steps at the same place.
     *
     * @param now          the weight the traffic keeps until somebody goes on
     * @param next         the weight that can be set afterwards
     * @param before       the steps as they are, one line each
     * @param consequences what else comes of it, one sentence each
     * @param command      the equivalent command
     */
    record Rewrite(Weight now, Weight next, List<String> before, List<String> after, List<String> consequences, String command) {
        public Rewrite {
            before = List.copyOf(before);
            after = List.copyOf(after);
            consequences = List.copyOf(consequences);
        }
    }

    /** Sends nothing. @throws FailureException {@code Rejected} where it makes no sense now */
    Rewrite preview(Component component, Weight next);

    /**
     * Does what was shown.
     *
     * @return the equivalent command
     * @throws FailureException {@code Conflict} when it would no longer be the same
     */
    String rewrite(Component component, Rewrite shown);
}
