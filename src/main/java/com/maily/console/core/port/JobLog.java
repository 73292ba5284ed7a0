package com.maily.console.core.port;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A job's output as it is written: what runs the job is looked for until it is there, then followed like any pod. */
public final class JobLog {

    private JobLog() { }

    /** Returns at once. Calls {@code listener} on other threads. @param platforms may ask for them anew each time */
    public static Subscription follow(Supplier<Platforms> platforms, String job, Consumer<LogNews> listener) {
        return new KeptWatch("log of job " + job, () -> open(platforms.get(), job, listener), failure ->
                listener.accept(failure instanceof Failure.Missing ? new LogNews.Waiting(failure.why())
                        : new LogNews.Interrupted(failure.why())));
    }

    private static Subscription open(Platforms platforms, String job, Consumer<LogNews> listener) {
        LogSource source = platforms.jobs().logSource(job)
                .orElseThrow(() -> missing(job, "Job " + job + " has no pod yet, or it is gone by now."));
        return platforms.pods().orElseThrow(() -> missing(job, "Nothing here tells of pods and what they write."))
                .follow(source, listener);
    }

    private static FailureException missing(String job, String why) {
        return new FailureException(new Failure.Missing("Following the log of job " + job + " failed", why,
                "Wait until the job runs."));
    }
}
