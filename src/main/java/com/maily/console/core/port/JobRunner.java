package com.maily.console.core.port;

import java.util.List;
import java.util.Optional;

/** Runs one-off jobs in one environment. */
public interface JobRunner {

    Job observe(String name);

    /** Starts it unless a job of that name exists. @return the equivalent command */
    String start(Job.Spec job);

    /** The newest lines of its log, oldest first; empty while it has none. */
    List<String> log(String name, int lines);

    /** Where its output can be followed, for {@link Pods#follow}; empty while nothing runs it, and when what ran it is gone. */
    Optional<LogSource> logSource(String name);
}
