package com.maily.console.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/**
 * The present look. One per application, made on the FX thread before the first scene; whoever draws on a canvas listens to
 * {@link #palette()} and draws again.
 */
public final class Theme {
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(this, "palette");
    private final Palette dark = Palette.dark();
    private final Palette light = Palette.light();

    public Theme(boolean startDark) {
        Fonts.load();
        use(startDark);
    }

    public ReadOnlyObjectProperty<Palette> palette() {
        return palette;
    }

    public Palette colours() {
        return palette.get();
    }

    /** Dresses a scene, now and after each switch. */
    public void dress(Scene scene) {
        scene.getStylesheets().setAll(sheets());
        palette.addListener((_, _, _) -> scene.getStylesheets().setAll(sheets()));
    }

    public void switchOver() {
        use(!colours().isDark());
    }

    public void use(boolean isDark) {
        Application.setUserAgentStylesheet(isDark ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet());
        palette.set(isDark ? dark : light);
    }

    private List<String> sheets() {
        return List.of(sheet(colours().isDark() ? "dark.css" : "light.css"), sheet("maily.css"));
    }

    private static String sheet(String file) {
        return Objects.requireNonNull(Theme.class.getResource("/assets/theme/" + file), file).toExternalForm();
    }
}
