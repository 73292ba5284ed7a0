package com.maily.console.desktop.canary;

import com.maily.console.core.model.Objective;
import com.maily.console.core.sla.Verdict.Judgement;
import com.maily.console.desktop.widget.Format;
import java.util.Locale;

/** Says in a tile's width how a metric of the canary differs from stable's, and how sure the judge is of it. */
final class CanaryEffect {

    private CanaryEffect() { }

    /**
     * {@code 0.9× stable, 0.5–1.6 · n 2,295}; by how much it differs where nothing is counted; empty where the judge said
     * nothing.
     */
    static String of(Objective objective, Judgement told) {
        String samples = told.samples() == null ? "" : "n " + Format.number(Math.round(told.samples()));
        if (told.effect() == null) {
            return samples;
        }
        String effect = objective.counted() == null ? signed(told.effect()) + " " + objective.unit() + " to stable"
                : number(told.effect()) + "× stable";
        return effect + interval(told) + (samples.isEmpty() ? "" : " · " + samples);
    }

    private static String interval(Judgement told) {
        if (told.lower() == null) {
            return "";
        }
        return told.upper() == null ? ", from " + number(told.lower()) : ", " + number(told.lower()) + "–" + number(told.upper());
    }

    private static String signed(double value) {
        return (value < 0 ? "−" : "+") + number(Math.abs(value));
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return (value < 0 ? "−" : "") + String.format(Locale.ROOT, size >= 10 || size == Math.rint(size) ? "%.0f" : size >= 0.1
                ? "%.1f" : "%.2f", size);
    }
}
