package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.platforms.http.Kept;
import com.maily.console.platforms.http.Redaction;
import com.maily.console.platforms.http.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;

/**
 * Credentials from a kubeconfig's plugin: run when they are first needed, kept until they run out, asked for again when the
 * cluster refuses them. Instead of the SDK's own, which goes through a shell, mixes warnings into the answer and waits for ever.
 */
final class ExecCredentials implements Tokens {

    private static final String WHAT = "Signing in to the cluster failed";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_TEXT = 300;

    private final ExecPlugin plugin;
    private final Duration patience;
    private final InstantSource wall;
    private final Kept<ExecCredential> kept;

    ExecCredentials(ExecPlugin plugin) {
        this(plugin, PATIENCE, InstantSource.system());
    }

    ExecCredentials(ExecPlugin plugin, Duration patience, InstantSource wall) {
        this.plugin = plugin;
        this.patience = patience;
        this.wall = wall;
        this.kept = new Kept<>(this::run, wall);
    }

    ExecCredential credential() {
        return kept.get();
    }

    /** Empty when the plugin gives certificates only. */
    @Override
    public String current() {
        return kept.get().token();
    }

    @Override
    public void refused(String token) {
        ExecCredential present = kept.get();
        if (present.token().equals(token)) {
            kept.refused(present);
        }
    }

    private Kept.Fresh<ExecCredential> run() {
        if (plugin.interactive()) {
            throw failed(new Failure.Rejected(WHAT, "The credential plugin " + plugin.name() + " insists on a terminal "
                    + "(interactiveMode: Always), and there is none here.", "Sign in with kubectl first, or use a plugin that "
                    + "does not ask."));
        }
        ExecCredential credential = parsed(ended());
        if (credential.expires().filter(end -> !end.isAfter(wall.instant())).isPresent()) {
            throw failed(new Failure.Denied(WHAT, "The credential plugin " + plugin.name()
                    + " gave credentials that had run out at "
                    + credential.expires().get() + ".", "Sign in again, and check this machine's clock."));
        }
        return new Kept.Fresh<>(credential, credential.expires());
    }

    private ExecRun.Ended ended() {
        try {
            return ExecRun.of(plugin, patience);
        } catch (IOException missing) {
            throw failed(new Failure.Missing(WHAT, "The credential plugin " + plugin.name()
                    + " could not be started; is it installed?",
                    hint("Install it, or correct the user's exec.command in the kubeconfig.")));
        } catch (TimeoutException hung) {
            throw failed(new Failure.TimedOut(WHAT, "The credential plugin " + plugin.name() + " did not answer within "
                    + patience.toSeconds() + " s.", "Run it by hand to see what it waits for; it may want to open a browser."));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw failed(new Failure.TimedOut(WHAT, "It was cancelled while waiting for " + plugin.name() + ".",
                    "Start it again if it is still wanted."));
        }
    }

    private ExecCredential parsed(ExecRun.Ended ended) {
        if (ended.exit() != 0) {
            String said = lastLine(ended.errors());
            throw failed(new Failure.Denied(WHAT, "The credential plugin " + plugin.name() + " ended with " + ended.exit()
                    + (said.isEmpty() ? "." : ": " + said), hint("Sign in again as it says, then try again.")));
        }
        try {
            return ExecCredential.parse(ended.output());
        } catch (ExecCredential.Unreadable wrong) {
            String said = lastLine(ended.errors());
            throw failed(new Failure.Rejected(WHAT, "The credential plugin " + plugin.name() + " cannot be used: "
                    + wrong.getMessage() + (said.isEmpty() ? "." : "; it said: " + said),
                    hint("Run it by hand to see its answer.")));
        }
    }

    private static FailureException failed(Failure why) {
        return new FailureException(why);
    }

    private String hint(String otherwise) {
        return plugin.installHint().isEmpty() ? otherwise : sentence(shortened(plugin.installHint()));
    }

    private static String lastLine(String errors) {
        String line = errors.lines().map(String::strip).filter(one -> !one.isEmpty()).reduce((_, last) -> last).orElse("");
        return line.isEmpty() ? "" : sentence(shortened(Redaction.of(line)));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
    }

    private static String sentence(String text) {
        return text.matches(".*[.!?…]") ? text : text + ".";
    }
}
