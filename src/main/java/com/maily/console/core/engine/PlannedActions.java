package com.maily.console.core.engine;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Rights.Action;
import com.maily.console.core.port.Workload;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a plan will ask of the platforms, step by step, so that it can be found out beforehand whether we may. */
record PlannedActions(Plan plan, Workspace workspace, List<Seen> seen) {

    /** @param component empty for what concerns the whole environment */
    record Wish(String environment, Optional<Component> component, Action action) { }

    Set<Wish> all() {
        Set<Wish> wishes = new LinkedHashSet<>();
        plan.steps().forEach(step -> wishes.addAll(of(step)));
        return wishes;
    }

    private List<Wish> of(Step step) {
        return switch (step) {
            case Step.Deploy _ -> each(step, Action.SET_IMAGE);
            case Step.Canary canary -> component(step).filter(one -> Seen.routing(one, seen).scalesItself()).isPresent()
                    ? each(canary, Action.SET_IMAGE, Action.SHIFT) : each(canary, Action.SET_IMAGE, Action.SCALE, Action.SHIFT);
            case Step.Restore restore -> back(restore);
            case Step.RunJob _ -> List.of(new Wish(step.environment(), Optional.empty(), Action.START_JOB));
            // Manifests are tried by the server's own dry run, and Argo CD has rights of its own.
            case Step.Apply _, Step.PauseAutoSync _, Step.RestoreAutoSync _ -> List.of();
            case Step.Inspect _, Step.Soak _, Step.Approve _, Step.Notify _ -> List.of();
        };
    }

    /** Only what is left to do: who may not move traffic may still undo what has none. */
    private List<Wish> back(Step.Restore step) {
        Optional<Seen> now = seen.stream().filter(one -> one.component().name().equals(step.component())).findFirst();
        boolean splits = component(step).filter(one -> one.routing().canSplit()).isPresent();
        boolean there = now.flatMap(Seen::stable).filter(stable -> stable.runs(step.artifact())).isPresent();
        Set<Action> actions = new LinkedHashSet<>();
        if (splits && now.map(one -> one.trouble().isPresent() || !one.weight().isZero()).orElse(true)) {
            actions.add(Action.SHIFT);
        }
        if (!there) {
            actions.add(Action.UNDO);
        }
        if (splits && now.flatMap(Seen::canary).map(Workload::wanted).filter(units -> units > 0).isPresent()) {
            actions.add(Action.SCALE);
        }
        return each(step, actions.toArray(new Action[0]));
    }

    private List<Wish> each(Step step, Action... actions) {
        return component(step).map(one -> List.of(actions).stream()
                .map(action -> new Wish(step.environment(), Optional.of(one), action)).toList()).orElse(List.of());
    }

    private Optional<Component> component(Step step) {
        return step.about().flatMap(workspace.in(step.environment())::component);
    }
}
