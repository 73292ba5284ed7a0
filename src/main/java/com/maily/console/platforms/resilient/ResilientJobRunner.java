package com.maily.console.platforms.resilient;

import com.maily.console.core.port.Job;
import com.maily.console.core.port.JobRunner;
import java.util.List;

/** A job runner over a connection that fails now and then. */
public record ResilientJobRunner(JobRunner inner, Connection connection) implements JobRunner {

    @Override
    public Job observe(String name) {
        return connection.read(() -> inner.observe(name));
    }

    @Override
    public String start(Job.Spec job) {
        return connection.write(() -> inner.start(job));
    }

    @Override
    public List<String> log(String name, int lines) {
        return connection.read(() -> inner.log(name, lines));
    }
}
