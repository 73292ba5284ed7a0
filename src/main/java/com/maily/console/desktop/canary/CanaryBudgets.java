package com.maily.console.desktop.canary;

import com.maily.console.core.model.Objective;
import com.maily.console.core.sla.budget.ErrorBudget;
import com.maily.console.core.sla.budget.TrackShares;
import java.util.Map;

/**
 * What was counted for the budgets of the components that are shown.
 *
 * @param errors over the windows of the burn rate
 * @param shares on each track since the last shift
 */
record CanaryBudgets(Map<Objective, ErrorBudget> errors, Map<Objective, TrackShares> shares) {

    static final CanaryBudgets EMPTY = new CanaryBudgets(Map.of(), Map.of());

    CanaryBudgets {
        errors = Map.copyOf(errors);
        shares = Map.copyOf(shares);
    }

    CanaryBudgets withErrors(Map<Objective, ErrorBudget> newest) {
        return new CanaryBudgets(newest, shares);
    }

    CanaryBudgets withShares(Map<Objective, TrackShares> newest) {
        return new CanaryBudgets(errors, newest);
    }
}
