package com.maily.console.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.desktop.Windows;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class ThemeTest {
    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void switchingRepaintsNodesAndTellsCanvases() {
        Theme theme = Windows.onFx(() -> new Theme(true));
        Label label = Windows.onFx(() -> new Label("text"));
        Stage stage = Windows.onFx(() -> Windows.open(theme, new StackPane(label), 200, 100));
        assertThat(Windows.onFx(() -> style(label))).isEqualTo(Palette.dark().t1());
        Windows.onFx(() -> {
            theme.switchOver();
            return true;
        });
        assertThat(Windows.onFx(() -> style(label))).isEqualTo(Palette.light().t1());
        assertThat(theme.colours().isDark()).isFalse();
        Windows.onFx(() -> {
            stage.close();
            return true;
        });
    }

    @Test
    void theBundledFontsAreThere() {
        Windows.onFx(() -> new Theme(true));
        assertThat(Font.getFamilies()).contains(Fonts.TEXT, Fonts.TEXT_STRONG, Fonts.MONO, Fonts.MONO_STRONG);
    }

    @Test
    void textCanBeReadOnEverySurfaceItStandsOn() {
        for (Palette palette : new Palette[] {Palette.dark(), Palette.light()}) {
            for (Color text : new Color[] {palette.t1(), palette.t2(), palette.t3(), palette.ok(), palette.run(),
                    palette.waiting(), palette.fail(), palette.can()}) {
                assertThat(contrast(text, palette.b1())).isGreaterThan(4.5);
                assertThat(contrast(text, palette.b3())).isGreaterThan(4.5);
            }
            assertThat(contrast(palette.ok(), palette.okTint())).isGreaterThan(4.5);
            assertThat(contrast(palette.run(), palette.runTint())).isGreaterThan(4.5);
            assertThat(contrast(palette.waiting(), palette.waitTint())).isGreaterThan(4.5);
            assertThat(contrast(palette.fail(), palette.failTint())).isGreaterThan(4.5);
            assertThat(contrast(palette.can(), palette.canTint())).isGreaterThan(4.5);
            assertThat(contrast(palette.prodInk(), palette.prod())).isGreaterThan(4.5);
        }
    }

    private static Color style(Label label) {
        label.applyCss();
        return (Color) label.getTextFill();
    }

    /** WCAG 2's ratio of relative luminances. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
