package com.maily.console.desktop.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Workspace;
import java.util.Comparator;
import java.util.List;

/**
 * Which charts are wanted.
 *
 * @param component its name; empty for those of all components
 * @param objective its key; empty for all objectives
 */
record SlaChoice(String component, String objective) {

    static SlaChoice of(String component) {
        return new SlaChoice(component, "");
    }

    /** Many small charts beside each other instead of one component's. */
    boolean overview() {
        return component.isEmpty();
    }

    /** The ones people look at first come first; the rest follow in the order of the workspace file. */
    List<Objective> of(Workspace workspace) {
        Comparator<Objective> order = Comparator.comparingInt(SlaChoice::rank);
        return workspace.objectives().stream().filter(this::holds)
                .sorted(overview() ? Comparator.comparing(Objective::component).thenComparing(order) : order).toList();
    }

    private boolean holds(Objective one) {
        return (component.isEmpty() || one.component().equals(component) || ofAll(one))
                && (objective.isEmpty() || one.key().equals(objective));
    }

    private static int rank(Objective objective) {
        return switch (objective.key()) {
            case "availability" -> 0;
            case "p99" -> 1;
            case "users" -> 2;
            case "error-rate" -> 3;
            default -> 4;
        };
    }

    /** A metric of the whole environment, such as its users, whatever component it is listed under. */
    private static boolean ofAll(Objective objective) {
        return !objective.query().contains("${component}");
    }
}
