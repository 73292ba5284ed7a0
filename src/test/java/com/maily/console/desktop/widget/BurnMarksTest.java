package com.maily.console.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Weight;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.core.sla.budget.BurnCost;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.theme.Palette;
import com.maily.console.desktop.theme.Theme;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class BurnMarksTest {

    private static final double ABOVE = 30.5;

    private WeightSlider slider;
    private Palette palette;
    private OnStage stage;

    @BeforeEach
    void show() throws Exception {
        stage = new OnStage(600, 120, theme -> made(theme));
    }

    private StackPane made(Theme theme) {
        palette = theme.colours();
        slider = new WeightSlider(theme);
        return new StackPane(slider);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static WeightSlide slide(BurnCost.Mark... marks) {
        return new WeightSlide(Weight.ofPercent(10), Weight.ofPercent(10), Optional.empty(), "", new WeightSnap(List.of(),
                new Reach.AnyPercent()), "", false, WeightSlide.Uptake.SETTLED, true,
                        WeightSlide.Limit.NONE).costing(List.of(marks));
    }

    private Color colourAt(double percent) {
        WaitForAsyncUtils.waitForFxEvents(3);
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> slider.snapshot(null, null));
        double x = 14 + percent / 100 * (slider.getWidth() - 28);
        return image.getPixelReader().getColor((int) Math.round(x), (int) ABOVE);
    }

    private void shown(WeightSlide slide) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> slider.show(slide));
    }

    @Test
    void eachRateHasAMarkOfItsOwnColourWhereItIsReached() {
        shown(slide(new BurnCost.Mark(Weight.ofPercent(30), 1), new BurnCost.Mark(Weight.ofPercent(50), 6),
                new BurnCost.Mark(Weight.ofPercent(90), 14.4)));

        assertThat(colourAt(30)).isEqualTo(palette.t1());
        assertThat(colourAt(50)).isEqualTo(palette.waiting());
        assertThat(colourAt(90)).isEqualTo(palette.fail());
        assertThat(slider.getAccessibleText()).contains("The budget burns 6.0× from 50 % on");
    }

    @Test
    void withoutAKnownCostThereIsNoMark() {
        shown(slide(new BurnCost.Mark(Weight.ofPercent(50), 6)));
        shown(slide());

        assertThat(colourAt(50)).isNotEqualTo(palette.waiting());
        assertThat(slider.getAccessibleText()).doesNotContain("The budget burns");
    }
}
