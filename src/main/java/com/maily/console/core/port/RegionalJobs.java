package com.maily.console.core.port;

import com.maily.console.core.model.Region;
import java.util.List;
import java.util.Optional;

/** The jobs of the region that runs them; their pods are called as {@link RegionalPods} calls them. */
record RegionalJobs(String region, JobRunner jobs) implements JobRunner {

    @Override
    public Job observe(String name) {
        return jobs.observe(name);
    }

    @Override
    public String start(Job.Spec job) {
        return jobs.start(job);
    }

    @Override
    public List<String> log(String name, int lines) {
        return jobs.log(name, lines);
    }

    @Override
    public Optional<LogSource> logSource(String name) {
        return jobs.logSource(name).map(source -> new LogSource(source.namespace(), new Region(region, 0).of(source.pod()),
                source.container(), source.previous(), source.tail()));
    }
}
