package com.maily.console.desktop.canary;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the canary screen shows.
 *
 * @param deployment id of the run, empty when none holds the environment
 * @param next       what the empty state points at
 */
record CanaryModel(String environment, String deployment, boolean paused, List<CanaryCard> cards, String next) {

    CanaryModel {
        cards = List.copyOf(cards);
    }

    /** What is known at one moment; the screen gathers it from the journal, the routers and the metrics. */
    record Known(Workspace workspace, String environment, Optional<Deployment> run, Map<String, TrafficReading> traffic,
                 MetricSnapshot metrics, CanaryBudgets budgets, Instant now) { }

    static CanaryModel of(Known known) {
        Optional<Deployment> run = known.run().filter(deployment -> !deployment.goesBack() && !deployment.over());
        List<CanaryCard> cards = run.stream().flatMap(deployment -> known.workspace().components().stream()
                .flatMap(component -> step(deployment, component).stream()
                        .map(step -> CanaryCards.card(known, deployment, component, step))))
                .sorted(Comparator.comparing(card -> !card.running())).toList();
        return new CanaryModel(known.environment(), run.map(Deployment::id).orElse(""),
                run.filter(d -> d.status() == Deployment.Status.PAUSED).isPresent(), cards, next(known));
    }

    private static Optional<Step.Canary> step(Deployment deployment, Component component) {
        return deployment.plan().steps().stream()
                .filter(step -> step instanceof Step.Canary canary && canary.component().equals(component.name())
                        && canary.environment().equals(deployment.plan().environment()))
                .map(Step.Canary.class::cast).findFirst();
    }

    private static String next(Known known) {
        List<String> can = known.workspace().components().stream().filter(Component::hasCanary).map(Component::base).distinct()
                .toList();
        return can.isEmpty() ? "No component of this workspace can split its traffic."
                : "Start a rollout with a canary. " + String.join(", ", can) + " can split their traffic.";
    }

    long count(State state) {
        return cards.stream().filter(card -> card.state() == state).count();
    }

    /** How many canaries wait for a person. */
    int waiting() {
        return (int) cards.stream().filter(card -> card.waits()).count();
    }
}
