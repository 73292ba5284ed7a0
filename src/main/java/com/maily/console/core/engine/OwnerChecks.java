package com.maily.console.core.engine;

import com.maily.console.core.engine.PreflightCheck.Result;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.GitOpsState;
import java.util.ArrayList;
import java.util.List;

/** Says for each component a plan changes who else writes it, and whether that would undo the plan. */
record OwnerChecks(Preflight common, Plan plan, Owners owners) {

    private static final String TITLE = "Who else writes it";

    List<PreflightCheck> checks() {
        List<PreflightCheck> checks = new ArrayList<>();
        owners.trouble().ifPresent(trouble -> checks.add(common.check("Argo CD", TITLE, Result.UNKNOWN, trouble.sentence()
                + " Whether it would undo this is not known; the verification would notice.")));
        common.workspace().components().stream().map(Component::name).filter(this::changed)
                .forEach(name -> owners.of(name).ifPresent(state -> checks.add(owner(name, state))));
        return checks;
    }

    private boolean changed(String component) {
        return plan.steps().stream().anyMatch(step -> step.environment().equals(common.environment())
                && step.about().filter(component::equals).isPresent());
    }

    private PreflightCheck owner(String component, GitOpsState state) {
        String owns = "Application " + state.application() + " owns it, " + state.autoSync().words() + ". ";
        return common.check(component, TITLE, result(state), owns + consequence(state) + drift(state) + way(component));
    }

    private static Result result(GitOpsState state) {
        return state.autoSync().on() || !state.drift().isEmpty() || state.operating() ? Result.WARN : Result.PASS;
    }

    private static String consequence(GitOpsState state) {
        if (state.autoSync().on()) {
            return (state.autoSync().selfHeal() ? "It would undo this within seconds" : "It would undo this with the next commit")
                    + "; the plan pauses it first.";
        }
        return "It undoes nothing by itself.";
    }

    private static String drift(GitOpsState state) {
        return state.drift().isEmpty() ? "" : " Differs from Git: " + String.join("; ", state.drift()) + ".";
    }

    private String way(String component) {
        return plan.steps().stream().filter(Step.Restore.class::isInstance).map(Step.Restore.class::cast)
                .filter(step -> step.component().equals(component))
                .map(step -> step.through() == null ? "" : " Goes back by its history: " + step.through().why()).findFirst()
                .orElse("");
    }
}
