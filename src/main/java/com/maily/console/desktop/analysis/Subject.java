package com.maily.console.desktop.analysis;

import com.maily.console.core.journal.JudgedRung;
import com.maily.console.core.sla.Verdict;
import com.maily.console.core.sla.report.Said;
import com.maily.console.core.sla.report.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the judge is asked about. */
sealed interface Subject {

    String component();

    Instant from();

    /** Until when; now for what lasts. */
    Instant to(Instant now);

    boolean live();

    /** Whether it is the same question, though more may be known of it by now. */
    boolean same(Subject other);

    /** Whether it is the same canary in the same run. */
    boolean continues(Subject earlier);

    /** Whether the run only recorded what the judge said, and acted on none of it. */
    boolean dryRun();

    /** What the run said of it then, empty when it said nothing. */
    Optional<String> said();

    default boolean tooShort(Instant now) {
        return Duration.between(from(), to(now)).compareTo(Window.SHORTEST) < 0;
    }

    /** A weight at which a canary was judged, or is now. */
    record Rung(JudgedRung rung) implements Subject {

        @Override
        public String component() {
            return rung.component();
        }

        @Override
        public Instant from() {
            return rung.from();
        }

        @Override
        public Instant to(Instant now) {
            return rung.to().orElse(now);
        }

        @Override
        public boolean live() {
            return rung.open();
        }

        @Override
        public boolean same(Subject other) {
            return other instanceof Rung theirs && theirs.rung.began() == rung.began();
        }

        @Override
        public boolean continues(Subject earlier) {
            return earlier instanceof Rung theirs && theirs.rung.deployment().equals(rung.deployment())
                    && theirs.component().equals(component());
        }

        @Override
        public Optional<String> said() {
            return rung.verdict().map(Rung::words);
        }

        @Override
        public boolean dryRun() {
            return rung.verdict().filter(Verdict::dryRun).isPresent();
        }

        private static String words(Verdict verdict) {
            return Said.word(verdict.word()) + ": " + verdict.sentence();
        }
    }

    /** A window that a person chose. */
    record Asked(String component, Window window) implements Subject {

        @Override
        public Instant from() {
            return window.from();
        }

        @Override
        public Instant to(Instant now) {
            return window.to();
        }

        @Override
        public boolean live() {
            return false;
        }

        @Override
        public boolean same(Subject other) {
            return equals(other);
        }

        @Override
        public boolean continues(Subject earlier) {
            return false;
        }

        @Override
        public boolean dryRun() {
            return false;
        }

        @Override
        public Optional<String> said() {
            return Optional.empty();
        }
    }
}
