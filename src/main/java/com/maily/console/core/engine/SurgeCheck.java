package com.maily.console.core.engine;

import com.maily.console.core.engine.PreflightCheck.Result;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.WorkloadFacts;
import com.maily.console.core.port.WorkloadFacts.Quota;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the quotas leave room for the units a plan brings up beside the running ones. A pod over quota is refused by the
 * platform long after the rollout was accepted, so this is asked before.
 */
record SurgeCheck(Preflight common, Plan plan) {

    private static final String TITLE = "Room for surge";

    List<PreflightCheck> checks() {
        List<PreflightCheck> checks = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step.environment().equals(plan.environment())) {
                step.about().flatMap(common.workspace()::component).flatMap(component -> check(step, component))
                        .ifPresent(checks::add);
            }
        }
        return checks;
    }

    private Optional<PreflightCheck> check(Step step, Component component) {
        try {
            Optional<Facts> facts = common.platforms().facts(component);
            return facts.map(port -> port.of(component)).flatMap(found -> check(component, found, extra(step, found)));
        } catch (FailureException unknown) {
            return Optional.of(common.check(component.name(), TITLE, Result.UNKNOWN, unknown.failure().sentence()));
        }
    }

    /** Units beside the running ones when there are most of them: a whole canary is still up while the stable track rolls. */
    private static int extra(Step step, WorkloadFacts facts) {
        return switch (step) {
            case Step.Canary canary -> facts.surge() + canary.ladder().stream().max(Weight::compareTo)
                    .map(most -> (int) Math.ceil(facts.units() * most.percent() / 100.0)).orElse(0);
            case Step.Deploy _, Step.Restore _ -> facts.surge();
            case Step.Inspect _, Step.RunJob _, Step.Soak _, Step.Approve _, Step.Apply _, Step.PauseAutoSync _,
                    Step.RestoreAutoSync _,
                 Step.Notify _ -> 0;
        };
    }

    private Optional<PreflightCheck> check(Component component, WorkloadFacts facts, int extra) {
        Optional<String> unread = facts.unknown().stream().filter(text -> text.startsWith("quotas")).findFirst();
        if (unread.isPresent()) {
            return Optional.of(common.check(component.name(), TITLE, Result.UNKNOWN, unread.get()));
        }
        if (facts.quotas().isEmpty()) {
            return Optional.empty();
        }
        List<String> lacking = facts.quotas().stream().flatMap(quota -> lack(quota, facts, extra).stream()).toList();
        return Optional.of(lacking.isEmpty()
                ? common.check(component.name(), TITLE, Result.PASS, "The quotas leave room for " + units(extra) + " more.")
                : common.check(component.name(), TITLE, Result.FAIL, "Needs room for " + units(extra) + " more: "
                        + String.join("; ", lacking) + ". Raise the quota or free some."));
    }

    private static String units(int count) {
        return count + (count == 1 ? " pod" : " pods");
    }

    private static Optional<String> lack(Quota quota, WorkloadFacts facts, int extra) {
        BigDecimal each = facts.perUnit().getOrDefault(quota.resource(), BigDecimal.ZERO);
        BigDecimal after = quota.used().value().add(each.multiply(BigDecimal.valueOf(extra)));
        return each.signum() > 0 && after.compareTo(quota.hard().value()) > 0
                ? Optional.of("quota " + quota.name() + " has " + quota.used().text() + " of " + quota.hard().text() + " "
                        + quota.resource() + " in use")
                : Optional.empty();
    }
}
