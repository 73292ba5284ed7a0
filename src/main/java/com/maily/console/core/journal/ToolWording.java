package com.maily.console.core.journal;

import java.util.Locale;

/** What other tools were told of a run, in the words of {@link Wording}. */
final class ToolWording {

    private ToolWording() { }

    static String detail(Event.OfTool event) {
        return switch (event) {
            case Event.AlertsMuted e -> "calls nobody for " + e.environment() + Wording.because(e.proof());
            case Event.AlertsUnmuted e -> "calls people again for " + e.environment() + Wording.because(e.why())
                    + (e.proof().isBlank() ? "" : " " + e.proof());
            case Event.Announced e -> "shows the run as " + e.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + Wording.because(e.proof());
            case Event.ToolAway e -> "could not be told to " + e.what() + ", which is tried again"
                    + Wording.because(e.why());
        };
    }
}
