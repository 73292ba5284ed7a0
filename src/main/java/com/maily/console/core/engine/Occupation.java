package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who holds an environment. A run holds its own, and those it still has work in: a production run holds staging during phase 1.
 */
final class Occupation {

    private Occupation() { }

    /** The sentence that says who is in the way of {@code plan}; empty when nobody is. */
    static Optional<String> of(History history, Plan plan) {
        Set<String> wanted = plan.steps().stream().map(Step::environment).collect(Collectors.toCollection(TreeSet::new));
        wanted.add(plan.environment());
        return history.deployments().stream().filter(run -> !run.over() && holds(run, wanted)).findFirst()
                .map(Occupation::sentence);
    }

    private static boolean holds(Deployment run, Set<String> environments) {
        return environments.contains(run.plan().environment()) || run.steps().values().stream()
                .anyMatch(step -> !step.status().settled() && environments.contains(step.step().environment()));
    }

    static String sentence(Deployment run) {
        return "Held by " + run.id() + " (" + (run.goesBack() ? "rollback to " : "deployment of ") + run.plan().version()
                + "), started by "
                + run.startedBy().name() + " at " + Words.day(run.startedAt()) + ".";
    }
}
