package com.maily.console.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Weight;
import com.maily.console.core.port.TrafficRouter.Reach;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeightSnapTest {

    private static final List<Weight> MARKS = Stream.of(5, 10, 25, 50, 100).map(Weight::ofPercent).toList();
    private static final WeightSnap ANY = new WeightSnap(MARKS, new Reach.AnyPercent());
    private static final WeightSnap FIVE_PODS = new WeightSnap(MARKS, new Reach.Only(
            Stream.of(0, 20, 40, 60, 80, 100).map(Weight::ofPercent).toList(), "5 pods can only do steps of 20 %"));

    private static Weight percent(double percent) {
        return Weight.ofPercent(percent);
    }

    @Test
    void marksCatchWithinOneAndAHalfPercentElseWholePercents() {
        assertThat(ANY.at(23.6, false)).isEqualTo(percent(25));
        assertThat(ANY.at(26.5, false)).isEqualTo(percent(25));
        assertThat(ANY.at(26.6, false)).isEqualTo(percent(27));
        assertThat(ANY.at(23.6, true)).isEqualTo(percent(24));
    }

    @Test
    void staysInsideTheTrack() {
        assertThat(ANY.at(-30, false)).isEqualTo(Weight.ZERO);
        assertThat(ANY.at(180, false)).isEqualTo(Weight.FULL);
    }

    @Test
    void podCountsAllowOnlyTheirOwnStepsAndSaySo() {
        assertThat(FIVE_PODS.at(25, false)).isEqualTo(percent(20));
        assertThat(FIVE_PODS.at(25, true)).isEqualTo(percent(20));
        assertThat(FIVE_PODS.stepped(percent(20), 1)).isEqualTo(percent(40));
        assertThat(FIVE_PODS.stepped(percent(20), -1)).isEqualTo(Weight.ZERO);
        assertThat(FIVE_PODS.why()).isEqualTo("5 pods can only do steps of 20 %");
    }

    @Test
    void keysStepByOnePercentMarkAndNumber() {
        assertThat(ANY.stepped(percent(25), 1)).isEqualTo(percent(26));
        assertThat(ANY.nextMark(percent(25), 1)).isEqualTo(percent(50));
        assertThat(ANY.nextMark(percent(25), -1)).isEqualTo(percent(10));
        assertThat(ANY.mark(4, Weight.ZERO)).isEqualTo(percent(50));
        assertThat(ANY.mark(9, percent(3))).isEqualTo(percent(3));
    }

    @Test
    void aStaleWeightCanOnlyBeLowered() {
        WeightSlide slide = new WeightSlide(percent(24.6), percent(25), Optional.empty(), "", ANY,
                "Unknown: it can only go down.",
                true, WeightSlide.Uptake.SETTLED, true, WeightSlide.Limit.NONE);

        assertThat(slide.allowed(percent(50))).isEqualTo(percent(25));
        assertThat(slide.allowed(percent(10))).isEqualTo(percent(10));
        assertThat(slide.sentence(Optional.of(percent(10)))).contains("unknown").contains("nothing sent yet");
    }

    @Test
    void aProposalStopsAtTheLargestStepAndSaysSo() {
        WeightSlide slide = new WeightSlide(percent(25), percent(25), Optional.empty(), "", ANY, "", false,
                WeightSlide.Uptake.SETTLED,
                true, new WeightSlide.Limit(percent(50), "production allows 25 points in one step."));

        assertThat(slide.allowed(percent(80))).isEqualTo(percent(50));
        assertThat(slide.allowed(percent(40))).isEqualTo(percent(40));
        assertThat(slide.allowed(Weight.ZERO)).as("lowering has no limit").isEqualTo(Weight.ZERO);
        assertThat(slide.sentence(Optional.empty())).contains("production allows 25 points in one step.");
    }
}
