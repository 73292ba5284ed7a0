package com.maily.console.desktop.sla;

import com.maily.console.core.port.Time;
import com.maily.console.core.sla.budget.BurnWindow;
import com.maily.console.core.sla.budget.ErrorBudget;
import com.maily.console.desktop.Pictures;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryMetrics;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlaPicturesTest {

    private static final SlaActions NOTHING = new SlaActions() {
        @Override
        public void component(String name) { }

        @Override
        public void range(Duration length) { }
    };

    private static SlaView view(Theme theme, String component, Duration age) {
        SlaView view = new SlaView(theme, new Ages(Time.WALL, Story.NOW), NOTHING);
        view.show(SlaModel.of(new SlaModel.Known(StoryMetrics.workspace(), "production", component, Duration.ofHours(2),
                StoryMetrics.metrics(age), Optional.of(Story.deployment()), java.util.List.of(), Story.NOW)));
        SlaBudgetView budget = new SlaBudgetView(theme, new Ages(Time.WALL, Story.NOW));
        budget.choices(java.util.List.of("availability", "error-rate"), "availability", _ -> { });
        ErrorBudget known = SlaBudgetTest.burning(StoryMetrics.workspace().objectivesOf(component).getFirst(),
                age.toMinutes() > 1 ? 20 : 0.3, age.toMinutes() > 1 ? BurnWindow.H2 : BurnWindow.PERIOD);
        budget.show(SlaBudget.of(known, Story.NOW));
        view.beneath(budget);
        return view;
    }

    @Test
    void live() throws Exception {
        Pictures.of("sla", theme -> {
            SlaView view = view(theme, "api", Duration.ofSeconds(2));
            view.time().cursorProperty().set(Story.at("03:05:20"));
            return view;
        });
    }

    @Test
    void stale() throws Exception {
        Pictures.of("sla-stale", theme -> view(theme, "ai-service", Duration.ofMinutes(8)));
    }
}
