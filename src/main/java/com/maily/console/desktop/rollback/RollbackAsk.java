package com.maily.console.desktop.rollback;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.util.List;
import java.util.Optional;

/** Asks for the plan of a rollback so that a fault becomes a refusal with its reason, never a screen that waits for ever. */
final class RollbackAsk {

    private RollbackAsk() { }

    /** Blocks. */
    static Commands.Preview preview(Commands commands, Commands.Undo undo) {
        try {
            return commands.previewRollback(undo);
        } catch (FailureException e) {
            return refused(e.failure());
        } catch (RuntimeException e) {
            return refused(new Failure.Defect("The rollback could not be planned", String.valueOf(e.getMessage()),
                    "Use the command line, and report this."));
        }
    }

    private static Commands.Preview refused(Failure why) {
        return new Commands.Preview(Optional.empty(), List.of(), Optional.of(why));
    }
}
