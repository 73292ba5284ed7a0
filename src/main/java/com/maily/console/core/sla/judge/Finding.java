package com.maily.console.core.sla.judge;

import com.maily.console.core.sla.Verdict.Word;
import org.jspecify.annotations.Nullable;

/**
 * What one metric's numbers say and how sure they are, so that nobody has to take the word for it.
 *
 * @param samples  requests or points of the canary
 * @param effect   how the canary differs: a ratio of rates, or a difference in the metric's unit; null without a baseline
 * @param interval where the effect lies, null without a baseline
 * @param method   the test that decided, in a few words
 * @param sentence why, without a full stop
 */
public record Finding(Word word, double samples, @Nullable Double effect, @Nullable Interval interval, String method,
                      String sentence) {

    /** The same numbers seen by another test. */
    Finding with(Word other, String by, String why) {
        return new Finding(other, samples, effect, interval, by, why);
    }

    /** The same with fewer requests behind it than are needed to say anything but harm. */
    public Finding tooFew(double requests, int minimum) {
        return with(Word.TOO_FEW_SAMPLES, method, "not judged yet, " + Plain.count(requests) + " of " + Plain.count(minimum)
                + " requests");
    }

    static Finding silent(Word word, double samples, String method, String sentence) {
        return new Finding(word, samples, null, null, method, sentence);
    }
}
