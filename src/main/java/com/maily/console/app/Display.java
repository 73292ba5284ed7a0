package com.maily.console.app;

import java.util.Locale;
import java.util.stream.Stream;

/** Whether a window can be opened here. */
final class Display {

    private static final String PLATFORM = "glass.platform";
    private static final String HEADLESS = "Headless";

    private Display() { }

    static boolean isThere() {
        if (HEADLESS.equalsIgnoreCase(System.getProperty(PLATFORM, ""))) {
            return false;
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win") || system.contains("mac")
                || Stream.of("DISPLAY", "WAYLAND_DISPLAY").map(System::getenv).anyMatch(name -> name != null && !name.isBlank());
    }

    /** JavaFX draws into memory from now on; must be said before it starts. */
    static void doWithout() {
        System.setProperty(PLATFORM, HEADLESS);
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }
}
