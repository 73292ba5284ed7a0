package com.maily.console.desktop.analysis;

import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Objective;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.sla.Analysis;
import com.maily.console.core.sla.Analyst;
import com.maily.console.core.sla.report.Figures;
import com.maily.console.core.sla.report.Report;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One question to the judge, on a thread of its own. Cancelled, it asks no source any more and gives no answer. */
final class Question {

    private final Console console;
    private final String environment;
    private final Subject subject;
    private volatile @Nullable Thread asking;
    private volatile boolean cancelled;

    Question(Console console, String environment, Subject subject) {
        this.console = console;
        this.environment = environment;
        this.subject = subject;
    }

    Subject subject() {
        return subject;
    }

    /** @param answer takes the reading, on the question's thread */
    void ask(Consumer<Reading> answer) {
        asking = Thread.ofVirtual().name("analysis of " + subject.component()).start(() -> {
            Reading reading = read();
            if (!cancelled) {
                answer.accept(reading);
            }
        });
    }

    void cancel() {
        cancelled = true;
        Thread thread = asking;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private Reading read() {
        try {
            Instant now = console.time().instant();
            List<Objective> objectives = console.workspace().in(environment).objectivesOf(subject.component());
            if (subject.tooShort(now)) {
                return new Reading.Silent("Too short to judge", "Nothing can be counted in less than half a minute; this window "
                        + (subject.live() ? "has only begun." : "was over before."));
            }
            return objectives.isEmpty() ? new Reading.Silent("No objectives", "The workspace file names none for "
                    + subject.component()
                    + ", so there is nothing to judge.") : known(objectives, now);
        } catch (FailureException e) {
            return new Reading.Failed(e.failure());
        } catch (CancellationException e) {
            return new Reading.Asking();
        } catch (RuntimeException e) {
            return new Reading.Failed(new Failure.Defect("The analysis failed", String.valueOf(e.getMessage()),
                    "Report this with the component and the window."));
        }
    }

    private Reading known(List<Objective> objectives, Instant now) {
        Analysis analysis = new Analyst(environment, this::source).analyse(subject.component(), objectives, subject.from(),
                subject.to(now), now);
        Map<String, Figures> figures = new LinkedHashMap<>();
        analysis.metrics().forEach(metric -> figures.put(metric.objective().key(), Figures.of(analysis, metric)));
        return new Reading.Known(new Report(analysis, subject.live(), subject.dryRun(), subject.said()), figures);
    }

    private MetricSource source(String key) {
        if (cancelled) {
            throw new CancellationException();
        }
        return console.platforms(environment).metrics(key);
    }
}
