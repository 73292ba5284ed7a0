package com.maily.console.desktop.canary;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.core.sla.budget.BurnWindow;
import com.maily.console.core.sla.budget.ErrorBudget;
import com.maily.console.core.sla.budget.TrackShares;
import com.maily.console.core.sla.budget.WindowCounts;
import com.maily.console.core.sla.judge.Counts;
import com.maily.console.desktop.Pictures;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryMetrics;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanaryPicturesTest {

    private static final CanaryActions NOTHING = new CanaryActions() {
        @Override
        public void previewSteps(CanaryCard card, Weight next, java.util.function.Consumer<CanarySteps> answer) { }

        @Override
        public void rewriteSteps(CanaryCard card, com.maily.console.core.port.StepRewriting.Rewrite shown) { }

        @Override
        public void move(Commands.Group components, Move move, Optional<Weight> to) { }

        @Override
        public void unqueue(CanaryCard card) { }

        @Override
        public void rollBack(CanaryCard card) { }

        @Override
        public void answer(CanaryCard card, boolean approved) { }

        @Override
        public void pause() { }

        @Override
        public void resume() { }

        @Override
        public void retry(String step) { }
    };

    private static TrafficReading reading(double desired, double observed, int age, String name, Reach reach) {
        Instant at = Story.NOW.minusSeconds(age);
        return new TrafficReading(Routing.PLAIN, Optional.of(new Traffic(Weight.ofPercent(desired), Weight.ofPercent(observed),
                "", "", "",
                at)), reach,
                18, 6, new SourceState(name, Duration.ofSeconds(5), Optional.of(at), ""), Optional.empty());
    }

    private static CanaryModel model() {
        return CanaryModel.of(new CanaryModel.Known(StoryMetrics.workspace(), "production", Optional.of(Story.deployment()),
                Map.of(
                "api", reading(25, 24.6, 1, "HTTPRoute", new Reach.AnyPercent()),
                "ai-service", reading(10, 10.1, 2, "HTTPRoute", new Reach.AnyPercent()),
                "frontend", reading(5, 5.2, 90, "Vercel", new Reach.AnyPercent()),
                "email", reading(100, 100, 1, "Pods", new Reach.Only(java.util.stream.IntStream.rangeClosed(0, 10)
                        .mapToObj(i -> Weight.ofPercent(i * 10)).toList(),
                        "Weight follows pods: 10 pods can only do steps of 10 %."))),
                StoryMetrics.metrics(Duration.ofSeconds(2)), budgets(), Story.NOW));
    }

    /** The api's canary fails a little more often than stable does; the AI service's is not known yet. */
    private static CanaryBudgets budgets() {
        Map<Objective, ErrorBudget> errors = new HashMap<>();
        Map<Objective, TrackShares> shares = new HashMap<>();
        for (Objective objective : StoryMetrics.workspace().objectives()) {
            if (objective.counted() != null) {
                errors.put(objective, new ErrorBudget(objective, Map.of(BurnWindow.H1, hour(BurnWindow.H1, objective),
                        BurnWindow.PERIOD,
                        hour(BurnWindow.PERIOD, objective))));
            }
            if (objective.counted() != null && objective.component().equals("api")) {
                shares.put(objective, new TrackShares(objective, Story.at("03:09:00"), Story.NOW, Optional.of(new Counts(5,
                        124_000)),
                        Optional.of(new Counts(12, 41_208)), ""));
            }
        }
        return new CanaryBudgets(errors, shares);
    }

    private static WindowCounts hour(BurnWindow window, Objective objective) {
        return new WindowCounts(window, Optional.of(new Counts(objective.component().equals("api") ? 5 : 13, 100_000)),
                Optional.of(Story.NOW), window.interval(), "");
    }

    private static CanaryView view(Theme theme) {
        return new CanaryView(theme, new Ages(Time.WALL, Story.NOW), NOTHING);
    }

    @Test
    void cards() throws Exception {
        Pictures.of("canary", theme -> {
            CanaryView view = view(theme);
            view.show(model());
            view.card("api").slider().proposedProperty().set(Weight.ofPercent(50));
            return view;
        });
    }

    @Test
    void none() throws Exception {
        Pictures.of("canary-none", theme -> {
            CanaryView view = view(theme);
            view.show(CanaryModel.of(new CanaryModel.Known(StoryMetrics.workspace(), "production", Optional.empty(), Map.of(),
                    StoryMetrics.metrics(Duration.ZERO), CanaryBudgets.EMPTY, Story.NOW)));
            return view;
        });
    }
}
