package com.maily.console.desktop;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.PreflightCheck;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes every command and remembers it in one line, so that a test can see what a click has sent. */
public final class StoryCommands implements Commands {
    public final List<String> taken = new CopyOnWriteArrayList<>();

    @Override
    public Preview previewDeployment(Wanted wanted) {
        return new Preview(Optional.of(Story.plan()), List.of(
                new PreflightCheck("api", "runs v2.0.4", PreflightCheck.Result.PASS, "6 of 6 ready", Story.NOW),
                new PreflightCheck("prometheus", "answers", PreflightCheck.Result.PASS, "samples are 2 s old", Story.NOW)),
                        Optional.empty());
    }

    @Override
    public Preview previewRollback(Undo undo) {
        return new Preview(Optional.of(Story.plan()), List.of(), Optional.empty());
    }

    @Override
    public Preview previewUndo(UndoTo undo) {
        return new Preview(Optional.of(Story.plan()), List.of(), Optional.empty());
    }

    @Override
    public Answer undo(UndoTo undo, Actor by) {
        return take("undo " + undo.component() + " to " + undo.revision());
    }

    @Override
    public Answer start(Wanted wanted, Actor by) {
        return take("start " + wanted.version() + " on " + wanted.environment());
    }

    @Override
    public Answer rollBack(Undo undo, Actor by) {
        return take("roll back " + undo.components() + " to " + undo.toVersion().orElse("previous"));
    }

    @Override
    public Answer pause(String deployment, String reason, Actor by) {
        return take("pause " + deployment);
    }

    @Override
    public Answer resume(String deployment, String reason, Actor by) {
        return take("resume " + deployment);
    }

    @Override
    public Answer cancel(String deployment, String reason, Actor by) {
        return take("cancel " + deployment);
    }

    @Override
    public Answer retry(String deployment, String step, Actor by) {
        return take("retry " + step);
    }

    @Override
    public Answer skip(String deployment, String step, String reason, Actor by) {
        return take("skip " + step + ": " + reason);
    }

    @Override
    public Answer answer(String deployment, String step, boolean approved, String reason, Actor by) {
        return take((approved ? "approve " : "refuse ") + step + ": " + reason);
    }

    /** {@code shift api to 10 %} for one that is set; {@code promote api, ai-service} for the others. */
    @Override
    public Answer move(String deployment, Group group, Move move, Optional<Weight> to, String reason, Actor by) {
        return take((move == Move.SET ? "shift" : move.verb()) + " " + String.join(", ", group.components())
                + to.map(weight -> " to " + weight).orElse(""));
    }

    @Override
    public Answer unqueue(String deployment, String component, Actor by) {
        return take("unqueue " + component);
    }

    @Override
    public Answer takeOverLock(String environment, String reason, Actor by) {
        return take("take over the lock of " + environment + ": " + reason);
    }

    @Override
    public Answer breakLock(String environment, String reason, Actor by) {
        return take("break the lock of " + environment + ": " + reason);
    }

    private Answer take(String line) {
        taken.add(line);
        return new Answer.Accepted(Story.DEPLOYMENT);
    }
}
