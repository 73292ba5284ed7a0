package com.maily.console.desktop.fx;

import com.maily.console.core.model.Failure;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens a page in the person's own browser. */
public final class Browser implements Consumer<URI> {

    private final Latest<Failure> refusals;

    /** @param refused called on the FX thread */
    public Browser(Consumer<Failure> refused) {
        this.refusals = new Latest<>(refused);
    }

    /** Returns at once. */
    @Override
    public void accept(URI page) {
        Thread.ofVirtual().name("browser").start(() -> open(page).ifPresent(refusals::publish));
    }

    private static Optional<Failure> open(URI page) {
        // A link comes from configuration: what is no page must not become a command of the system.
        if (!List.of("http", "https").contains(String.valueOf(page.getScheme()).toLowerCase(Locale.ROOT))) {
            return refused(page, "it is not a web address");
        }
        try {
            int result = new ProcessBuilder(command(page)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            return result == 0 ? Optional.empty() : refused(page, "the system's opener ended with " + result);
        } catch (IOException e) {
            return refused(page, String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static List<String> command(URI page) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win") ? List.of("rundll32", "url.dll,FileProtocolHandler", page.toString())
                : List.of(system.contains("mac") ? "open" : "xdg-open", page.toString());
    }

    private static Optional<Failure> refused(URI page, String why) {
        return Optional.of(new Failure.Rejected("The page could not be opened", why + ".", "Open it by hand: " + page));
    }
}
