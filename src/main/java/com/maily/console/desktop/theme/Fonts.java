package com.maily.console.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/**
 * The bundled fonts, so that the console looks the same on a machine that has none. Families are those JavaFX finds in the
 * files.
 */
public final class Fonts {
    public static final String TEXT = "Inter";
    public static final String TEXT_STRONG = "Inter Semi Bold";
    public static final String MONO = "JetBrains Mono";
    public static final String MONO_STRONG = "JetBrains Mono SemiBold";
    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
            "Inter-Bold.otf", "JetBrainsMono-Regular.ttf", "JetBrainsMono-SemiBold.ttf", "JetBrainsMono-Bold.ttf");

    private Fonts() {
    }

    /** Must run before the first scene is made. */
    static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (InputStream in = Objects.requireNonNull(Fonts.class.getResourceAsStream("/assets/fonts/" + file), file)) {
            Objects.requireNonNull(Font.loadFont(in, 13), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
