package com.maily.console.desktop.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.sla.budget.BudgetFeed;
import com.maily.console.core.sla.budget.BurnWindow;
import com.maily.console.core.sla.budget.ErrorBudget;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.theme.Theme;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;

/** Follows the error budgets of one component while it is in view. FX thread only. */
final class SlaBudgetPanel {

    private final BudgetFeed feed;
    private final Ages ages;
    private final SlaBudgetView view;
    private final Latest<Map<Objective, ErrorBudget>> news = new Latest<>(this::learned);
    private final ChangeListener<Object> onTick = (_, _, _) -> render();
    private Subscription followed = () -> { };
    private List<Objective> objectives = List.of();
    private Map<Objective, ErrorBudget> budgets = Map.of();
    private String chosen = "";

    SlaBudgetPanel(BudgetFeed feed, Theme theme, Ages ages) {
        this.feed = feed;
        this.ages = ages;
        this.view = new SlaBudgetView(theme, ages);
        view.choices(List.of(), "", _ -> { });
    }

    Node node() {
        return view;
    }

    /** Shows the budgets of these from now on; those that nobody counts have none. */
    void follow(List<Objective> newest) {
        stop();
        objectives = newest.stream().filter(objective -> objective.counted() != null).toList();
        ages.now().addListener(onTick);
        followed = feed.follow(objectives, EnumSet.allOf(BurnWindow.class), news);
        render();
    }

    void stop() {
        followed.close();
        followed = () -> { };
        ages.now().removeListener(onTick);
    }

    private void learned(Map<Objective, ErrorBudget> newest) {
        budgets = newest;
        render();
    }

    private void choose(String key) {
        chosen = key;
        render();
    }

    private void render() {
        List<String> keys = objectives.stream().map(Objective::key).distinct().toList();
        chosen = keys.contains(chosen) || keys.isEmpty() ? chosen : keys.getFirst();
        view.choices(keys, chosen, this::choose);
        objectives.stream().filter(objective -> objective.key().equals(chosen)).findFirst().ifPresent(objective ->
                view.show(SlaBudget.of(budgets.getOrDefault(objective, new ErrorBudget(objective, Map.of())), ages.instant())));
    }
}
