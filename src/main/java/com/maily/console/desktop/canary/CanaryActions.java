package com.maily.console.desktop.canary;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.StepRewriting.Rewrite;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What can be asked for on the canary screen. Called on the FX thread; whoever implements it leaves that thread before asking.
 */
interface CanaryActions {

    /** Moves one canary or several as one action. @param to for the moves that name a weight */
    void move(Commands.Group components, Move move, Optional<Weight> to);

    /** Moves the traffic now. Lowering it holds the canary where it then is. */
    default void shift(CanaryCard card, Weight to) {
        move(Commands.Group.of(card.component()), Move.SET, Optional.of(to));
    }

    /** Moves the traffic once, when the present weight has passed. */
    default void queue(CanaryCard card, Weight to) {
        move(Commands.Group.of(card.component()), Move.QUEUE, Optional.of(to));
    }

    default void promote(CanaryCard card) {
        move(Commands.Group.of(card.component()), Move.PROMOTE, Optional.empty());
    }

    default void abort(CanaryCard card) {
        move(Commands.Group.of(card.component()), Move.ABORT, Optional.empty());
    }

    void unqueue(CanaryCard card);

    /** What rewriting the steps would be, so that {@code next} can be set. @param answer takes it on any thread */
    void previewSteps(CanaryCard card, Weight next, Consumer<CanarySteps> answer);

    /** Does what was shown. */
    void rewriteSteps(CanaryCard card, Rewrite shown);

    /** Ends the run and makes the component run the old version again. */
    void rollBack(CanaryCard card);

    /** Approving goes to the queued weight, if there is one. */
    void answer(CanaryCard card, boolean approved);

    void pause();

    void resume();

    /** @param step the held or failed canary's */
    void retry(String step);
}
