package com.maily.console.core.port;

import java.util.List;

/** Runs one-off jobs in one environment. */
public interface JobRunner {

    Job observe(String name);

    /** Starts it unless a job of that name exists. @return the equivalent command */
    String start(Job.Spec job);

    /** The newest lines of its log, oldest first; empty while it has none. */
    List<String> log(String name, int lines);
}
