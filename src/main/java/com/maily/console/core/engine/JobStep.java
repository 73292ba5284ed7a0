package com.maily.console.core.engine;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Job;
import com.maily.console.core.port.JobRunner;

/**
 * Runs a job once per attempt: its name is made of run, step and attempt, so asking again finds it instead of starting another.
 */
final class JobStep {

    private JobStep() { }

    static Advance advance(Step.RunJob step, StepContext context) {
        JobRunner jobs = context.platforms().jobs();
        String name = step.jobName(context.deployment().id(), context.state().attempt());
        Job job = jobs.observe(name);
        return switch (job.state()) {
            case MISSING -> {
                Sight sight = new Sight(step, context);
                String command = jobs.start(new Job.Spec(name, step.image(), step.command()));
                sight.acted("started job " + name, command);
                yield Advance.waiting(sight.events(), "job " + name + " is starting");
            }
            case PENDING -> Advance.of(new Outcome.Waiting("job " + name + " waits to run", Advance.SOON));
            case RUNNING -> Advance.of(new Outcome.Waiting(running(name, job), Advance.SOON));
            case SUCCEEDED -> Advance.of(new Outcome.Done(lastWord(jobs, job)));
            case FAILED -> Advance.failed(new Failure.Rejected(step.title() + " failed", said(job),
                    "Read the log of job " + name + ", then retry, skip with a reason, or roll back."));
        };
    }

    /** A job's own last line says more than its platform's condition: "1,906 passed, 0 failed". */
    private static String lastWord(JobRunner jobs, Job job) {
        return jobs.log(job.name(), 1).stream().reduce((_, last) -> last)
                .orElse(job.message().isEmpty() ? "Job " + job.name() + " succeeded." : job.message());
    }

    private static String running(String name, Job job) {
        return job.message().isEmpty() ? "job " + name + " is running" : job.message();
    }

    private static String said(Job job) {
        return job.message().isEmpty() ? "the job ended without a word." : job.message();
    }
}
