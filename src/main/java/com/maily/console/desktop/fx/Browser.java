package com.maily.console.desktop.fx;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/**
 * Opens addresses in the person's browser, and is the one place that does. The system's own opener is started as a process, because
 * AWT's would wait for its own event thread beside JavaFX's. What nothing here can open is put on the clipboard.
 */
public final class Browser implements Consumer<URI> {

    private static final long PATIENCE_SECONDS = 5;

    private final Latest<URI> unopened;

    /** @param copied told on the FX thread of an address that could only be copied */
    public Browser(Consumer<URI> copied) {
        this.unopened = new Latest<>(address -> {
            copy(address.toString());
            copied.accept(address);
        });
    }

    /** Returns at once. @throws IllegalArgumentException for anything but http and https */
    @Override
    public void accept(URI address) {
        if (!List.of("http", "https").contains(String.valueOf(address.getScheme()))) {
            throw new IllegalArgumentException("Only http and https are opened in a browser.");
        }
        Thread.ofVirtual().name("browser").start(() -> {
            if (!opened(address)) {
                unopened.publish(address);
            }
        });
    }

    /** FX thread only. */
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** One that still runs after a while has become the browser itself. */
    private static boolean opened(URI address) {
        try {
            Process process = new ProcessBuilder(opener(address)).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD)
                    .start();
            return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> opener(URI address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("windows") ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
                : List.of(system.contains("mac") ? "open" : "xdg-open", address.toString());
    }
}
