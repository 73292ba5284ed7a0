package com.maily.console.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/**
 * The colour tokens as JavaFX colours, for what is drawn on a canvas; read from the same file as the style sheet, so both agree.
 */
public record Palette(boolean isDark, Color b0, Color b1, Color b2, Color b3, Color b4, Color line, Color line2, Color ctl,
                      Color t1, Color t2, Color t3, Color off, Color ok, Color run, Color waiting, Color fail, Color can,
                      Color okFill, Color runFill, Color waitFill, Color failFill, Color canFill,
                      Color okTint, Color runTint, Color waitTint, Color failTint, Color canTint,
                      Color prod, Color prodInk, Color stg, Color focus, Color btn, Color ink) {
    private static final Pattern TOKEN = Pattern.compile("-maily-([a-z0-9-]+):\\s*(#[0-9A-Fa-f]+);");

    public static Palette dark() {
        return read(true, "dark.css");
    }

    public static Palette light() {
        return read(false, "light.css");
    }

    private static Palette read(boolean isDark, String file) {
        Tokens of = new Tokens(tokens(file));
        return new Palette(isDark, of.get("b0"), of.get("b1"), of.get("b2"), of.get("b3"), of.get("b4"), of.get("line"),
                of.get("line2"), of.get("ctl"), of.get("t1"), of.get("t2"), of.get("t3"), of.get("off"), of.get("ok"),
                of.get("run"), of.get("wait"), of.get("fail"), of.get("can"), of.get("ok-fill"), of.get("run-fill"),
                of.get("wait-fill"), of.get("fail-fill"), of.get("can-fill"), of.get("ok-tint"), of.get("run-tint"),
                of.get("wait-tint"), of.get("fail-tint"), of.get("can-tint"), of.get("prod"), of.get("prod-ink"), of.get("stg"),
                of.get("focus"), of.get("btn"), of.get("ink"));
    }

    private record Tokens(Map<String, Color> byName) {
        Color get(String name) {
            return Objects.requireNonNull(byName.get(name), () -> "The theme has no colour " + name);
        }
    }

    private static Map<String, Color> tokens(String file) {
        try (InputStream in = Objects.requireNonNull(Palette.class.getResourceAsStream("/assets/theme/" + file))) {
            Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Color> found = new TreeMap<>();
            while (matcher.find()) {
                found.put(matcher.group(1), Color.web(matcher.group(2)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
