package com.maily.console.desktop.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.journal.Event;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.MetricFeed;
import com.maily.console.core.sla.MetricPace;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import com.maily.console.desktop.Denying;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.LevelMetrics;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.WeightSlider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class CanaryScreenTest {

    private static final MetricPace PACE = new MetricPace(Duration.ofMillis(250), Duration.ofSeconds(15), Duration.ofMinutes(2),
            Duration.ofMinutes(15));

    private final LevelMetrics metrics = new LevelMetrics();
    private MetricFeed feed;
    private final HandConsole console = new HandConsole(Story.entries());
    private CanaryScreen screen;
    private OnStage stage;

    @BeforeEach
    void show() throws Exception {
        feed = new MetricFeed("production", _ -> metrics, StoryTime.NOW, PACE);
        stage = new OnStage(1_000, 700, theme -> {
            screen = new CanaryScreen(console, "production", Story.MANAGER, theme, new Ages(StoryTime.NOW, Story.NOW),
                    feed);
            screen.shown(true);
            return (Parent) screen.node();
        });
        OnStage.until(() -> console.workspace().components().size() > 0 && screen.badge().get().count() > 0);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, screen::close);
        feed.close();
        stage.close();
    }

    private WeightSlider slider() {
        return screen.view().card("api").slider();
    }

    /** Drags api's thumb from its weight to another place of the track. */
    private void drag(double fromPercent, double toPercent) {
        double edge = 14 / slider().getWidth();
        double usable = 1 - 2 * edge;
        Point2D from = stage.at(slider(), edge + usable * fromPercent / 100, 0.58);
        Point2D to = stage.at(slider(), edge + usable * toPercent / 100, 0.58);
        stage.robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents(2);
    }

    private Button button(String text) {
        return stage.robot.from(screen.view().card("api")).lookup((Button b) -> b.isVisible() && b.getText().startsWith(text))
                .query();
    }

    @Test
    void draggingOnlyProposes() {
        drag(25, 10.8);

        assertThat(slider().proposed()).contains(Weight.ofPercent(10));
        assertThat(slider().getAccessibleText()).contains("nothing sent yet");
        assertThat(console.orders).isEmpty();
    }

    @Test
    void applySendsTheShiftOnce() throws Exception {
        drag(25, 10);
        stage.robot.clickOn(button("Apply 10 %"));
        OnStage.until(() -> !console.orders.isEmpty());

        assertThat(console.orders).containsExactly("shift api to 10 %");
        assertThat(slider().proposed()).isEmpty();
    }

    @Test
    void enterAppliesGoingDownAndEscapeDiscards() throws Exception {
        drag(25, 50);
        stage.robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents(2);
        assertThat(slider().proposed()).isEmpty();

        stage.robot.press(KeyCode.HOME).release(KeyCode.HOME).press(KeyCode.ENTER).release(KeyCode.ENTER);
        OnStage.until(() -> !console.orders.isEmpty());
        assertThat(console.orders).containsExactly("shift api to 0 %");
    }

    @Test
    void aWeightNobodyCanReadCannotBeRaised() {
        drag(25, 50);

        assertThat(slider().proposed()).isEmpty();
        assertThat(console.orders).isEmpty();
    }

    /** Stable fails 5 times in 100,000, the canary 20 times in 10,000. */
    private record Counted() implements MetricSource {
        @Override
        public Answer instant(String query, Instant at) {
            boolean bad = query.startsWith("bad");
            double count = query.contains("\"canary\"") ? bad ? 20 : 10_000 : bad ? 5 : 100_000;
            return new Answer(List.of(new Series(Map.of(), List.of(new Sample(at, count)))), List.of());
        }

        @Override
        public Answer range(String query, Instant from, Instant to, Duration step) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void draggingTellsWhatEachWeightWouldCostAndSendsNothing() throws Exception {
        console.counts = Optional.of(new Counted());
        routed();
        OnStage.until(() -> slider().getAccessibleText().contains("The budget burns 6.0× from"));
        assertThat(says("Burn at")).isFalse();

        drag(25, 50.4);
        assertThat(says("Burn at 50 %: 10.")).isTrue();
        assertThat(says("5.4× at 25 %.")).isTrue();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> slider().discard());
        drag(25, 5);
        assertThat(says("Burn at 5 %: 1.5× of the availability budget (")).isTrue();
        assertThat(console.orders).isEmpty();
    }

    @Test
    void aCostThatNobodyCanTellIsCalledUnknown() throws Exception {
        routed();
        OnStage.until(() -> says("No burn marks: the platform did not answer."));
        drag(25, 10);

        assertThat(says("Burn at 10 % unknown: the platform did not answer.")).isTrue();
        assertThat(slider().getAccessibleText()).doesNotContain("The budget burns");
        assertThat(console.orders).isEmpty();
    }

    /** Opens the screen anew, now that the routers answer. */
    private void routed() throws Exception {
        console.routes(Weight.ofPercent(25));
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.shown(false));
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> screen.shown(true));
        OnStage.until(() -> !slider().getAccessibleText().contains("unknown"));
    }

    @Test
    void raisingDuringTheAnalysisIsSentOnlyAfterAHold() throws Exception {
        routed();
        drag(25, 50.4);
        stage.robot.moveTo(stage.at(hold(), 0.3, 0.5)).press(MouseButton.PRIMARY);
        OnStage.until(() -> !console.orders.isEmpty());
        stage.robot.release(MouseButton.PRIMARY);
        assertThat(console.orders).containsExactly("shift api to 50 %");
    }

    @Test
    void raisingDuringTheAnalysisLetGoEarlySendsNothing() throws Exception {
        routed();
        drag(25, 50.4);
        HoldButton hold = hold();
        stage.robot.moveTo(stage.at(hold, 0.3, 0.5)).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents(2);

        assertThat(hold.shownText()).contains("nothing sent");
        assertThat(console.orders).isEmpty();
        assertThat(slider().proposed()).contains(Weight.ofPercent(50));
    }

    private HoldButton hold() {
        return stage.robot.from(screen.view().card("api")).lookup((HoldButton b) -> b.shownText().contains("Hold 1 s: now"))
                .query();
    }

    @Test
    void whatDecidesMustBeKnownBeforeTrafficIsRaised() throws Exception {
        routed();
        metrics.away(true);
        // The story's clock stands still; a feed that never had an answer is as silent as one that has lost its source.
        WaitForAsyncUtils.waitForAsyncFx(5_000, screen::close);
        MetricFeed silent = new MetricFeed("production", _ -> metrics, StoryTime.NOW, PACE);
        stage.close();
        stage = new OnStage(1_000, 700, theme -> {
            screen = new CanaryScreen(console, "production", Story.MANAGER, theme, new Ages(StoryTime.NOW, Story.NOW), silent);
            screen.shown(true);
            return (Parent) screen.node();
        });
        OnStage.until(() -> screen.badge().get().count() > 0
                && slider().getAccessibleText().contains("Error rate is unknown now: it can only go down."));
        drag(25, 50);

        assertThat(slider().proposed()).isEmpty();
        assertThat(stage.robot.from(screen.view().card("api")).lookup((Label l) -> l.getText().equals("Verdict withheld"))
                .tryQuery())
                .isPresent();
        silent.close();
    }

    private void queued(double to) {
        console.happens(new Event.CanaryAsked(Move.QUEUE, List.of(new Event.CanaryAsked.Part("3.2", "api", Weight.ofPercent(25),
                Weight.ofPercent(to), "")), ""));
    }

    @Test
    void raisingDuringTheAnalysisIsQueuedByEnterAtTheEngineWhichKeepsIt() throws Exception {
        routed();
        drag(25, 100);
        stage.robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        OnStage.until(() -> !console.orders.isEmpty());
        assertThat(console.orders).containsExactly("queue api to 100 %");

        queued(100);
        OnStage.until(() -> slider().getAccessibleText().contains("next 100 %"));
        stage.robot.clickOn(button("Drop the queued"));
        OnStage.until(() -> console.orders.size() == 2);
        assertThat(console.orders).last().isEqualTo("unqueue api");
    }

    @Test
    void aQueuedWeightIsDroppedInWords() throws Exception {
        routed();
        queued(100);
        console.happens(new Event.WeightDropped("3.2", "api", Weight.FULL, "its verdict is fail."));
        OnStage.until(() -> says("The queued 100 % was dropped: its verdict is fail."));

        assertThat(console.orders).isEmpty();
    }

    private boolean says(String text) {
        return stage.robot.from(screen.view()).lookup((Label l) -> l.isVisible()
                && l.getText().contains(text)).tryQuery().isPresent();
    }

    private CheckBox choice(String component) {
        return stage.robot.from(screen.view().card(component)).lookup((CheckBox box) -> true).query();
    }

    private void choose(String component) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> choice(component).setSelected(true));
        WaitForAsyncUtils.waitForFxEvents(2);
    }

    /** FEATURES T22: what would act on nothing does not exist. */
    @Test
    void withNothingChosenThereIsNothingToConfirm() {
        assertThat(stage.robot.from(screen.view()).lookup((Label l) -> l.isVisible()
                && l.getText().contains("chosen:")).tryQuery())
                .isEmpty();
        assertThat(together()).isEmpty();
        assertThatThrownBy(() -> new Commands.Group(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private Set<Node> together() {
        return stage.robot.from(screen.view()).lookup(".canary-together").lookup((Node node) -> node instanceof ButtonBase
                || node instanceof HoldButton).queryAll();
    }

    @Test
    void severalAreAbortedByOneHoldAsOneAction() throws Exception {
        routed();
        choose("api");
        choose("ai-service");
        HoldButton abort = stage.robot.from(screen.view()).lookup((HoldButton b) -> b.shownText().equals("Hold 2 s: abort to 0 %")).query();
        stage.robot.moveTo(stage.at(abort, 0.3, 0.5)).press(MouseButton.PRIMARY);
        OnStage.until(() -> !console.orders.isEmpty());
        stage.robot.release(MouseButton.PRIMARY);

        assertThat(console.orders).containsExactly("abort api, ai-service");
        assertThat(together()).isEmpty();
    }

    @Test
    void aMoveThatOneOfThemCannotMakeIsOffWithTheReason() throws Exception {
        routed();
        console.happens(new Event.StepHeld("3.2", "checked by hand."));
        choose("api");
        OnStage.until(() -> says("Promote is off, api: it is held."));
        HoldButton promote = stage.robot.from(screen.view()).lookup((HoldButton b) -> b.shownText().equals("Hold 1 s: promote")).query();

        assertThat(promote.isDisabled()).isTrue();
    }

    @Test
    void aNewerWeightEndsAlsoADragThatIsGoingOn() throws Exception {
        routed();
        double edge = 14 / slider().getWidth();
        Point2D from = stage.at(slider(), edge + (1 - 2 * edge) * 0.25, 0.58);
        stage.robot.moveTo(from).press(MouseButton.PRIMARY).moveBy(-40, 0);
        OnStage.until(() -> slider().proposed().isPresent());
        console.happens(new Event.WeightObserved("api", Weight.ofPercent(40), Weight.ofPercent(40), ""));
        console.routes(Weight.ofPercent(40));
        OnStage.until(() -> slider().proposed().isEmpty());
        stage.robot.moveBy(-40, 0);
        WaitForAsyncUtils.waitForFxEvents(2);
        assertThat(slider().proposed()).as("the hand still drags, and proposes nothing").isEmpty();
        stage.robot.release(MouseButton.PRIMARY);

        drag(40, 10);
        assertThat(slider().proposed()).as("the next drag is against the new weight").contains(Weight.ofPercent(10));
    }

    @Test
    void abortingSendsTheTrafficBackAndRollsNothingBack() throws Exception {
        routed();
        HoldButton abort = stage.robot.from(screen.view().card("api")).lookup((HoldButton b) -> b.shownText()
                .contains("abort to 0 %")).query();
        stage.robot.moveTo(stage.at(abort, 0.3, 0.5)).press(MouseButton.PRIMARY);
        OnStage.until(() -> !console.orders.isEmpty());
        stage.robot.release(MouseButton.PRIMARY);

        assertThat(console.orders).containsExactly("abort api");
    }

    @Test
    void withoutTheRightToMoveTrafficTheButtonsAreOffAndTheRightIsNamed() throws Exception {
        console.rights = new Denying(Set.of(Rights.Action.SHIFT), "patch httproutes");
        routed();
        OnStage.until(() -> says("Our account may not patch httproutes in maily."));
        Set<Node> holds = stage.robot.from(screen.view().card("api")).lookup((HoldButton b) -> b.isVisible()).queryAll();
        assertThat(holds).isNotEmpty().allMatch(node -> node.isDisabled());
        drag(25, 10);
        assertThat(slider().proposed()).isEmpty();
        assertThat(console.orders).isEmpty();
    }

    @Test
    void aSilentRouterWithholdsTheVerdictInsteadOfShowingItGreen() {
        assertThat(stage.robot.from(screen.view().card("api")).lookup((Label l) -> l.getText().equals("Verdict withheld"))
                .tryQuery())
                .isPresent();
        assertThat(stage.robot.from(screen.view().card("api")).lookup(".chip.state-done").tryQuery()).isEmpty();
    }

    @Test
    void aNewerWeightFromElsewhereDropsTheProposal() throws Exception {
        drag(25, 10);
        console.happens(new Event.WeightShifted("3.2", "api", Weight.ofPercent(25), Weight.ofPercent(50), ""));
        console.happens(new Event.WeightObserved("api", Weight.ofPercent(50), Weight.ofPercent(50), ""));
        OnStage.until(() -> slider().proposed().isEmpty());

        assertThat(console.orders).isEmpty();
        assertThat(stage.robot.from(screen.view()).lookup((Label l) -> l.isVisible()
                && l.getText().contains("the proposal was dropped")).tryQuery()).isPresent();
    }

    @Test
    void theBadgeCountsWhatWaitsForAPerson() {
        assertThat(screen.badge().get().count()).isEqualTo(2);
    }
}
