package com.maily.console.platforms.resilient;

import com.maily.console.core.port.Job;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.LogSource;
import java.util.List;
import java.util.Optional;

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

    @Override
    public Optional<LogSource> logSource(String name) {
        return connection.read(() -> inner.logSource(name));
    }
}
