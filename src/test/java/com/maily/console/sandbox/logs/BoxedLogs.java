package com.maily.console.sandbox.logs;

import com.maily.console.core.port.Job;
import com.maily.console.core.port.LogSearch;
import com.maily.console.core.port.LogSearchContract;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.ports.SandboxJobs;
import com.maily.console.sandbox.world.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A box in which the api has gone bad and a job has failed, for the contract of the log search. */
public final class BoxedLogs implements LogSearchContract.Harness {

    private static final String JOB = "unit-tests-7";

    private final MailyBox box = MailyBox.create(SandboxClock.manual(MailyBox.START), Scenario.ROLLBACK_DRILL, 77);
    private final LogSearch logs;

    public BoxedLogs(Function<LogWorld, LogSearch> open) {
        box.clock().advance(Duration.ofMinutes(5));
        box.faults().failJobs("unit-tests", true);
        new SandboxJobs(box.cluster(), box.clock(), "maily").start(new Job.Spec(JOB, "ghcr.io/maily/ci:v1.4.0",
                List.of("maily-ci", "test")));
        box.clock().advance(Duration.ofMinutes(5));
        logs = open.apply(box.logs());
    }

    @Override
    public LogSearch logs() {
        return logs;
    }

    @Override
    public Instant now() {
        return box.clock().instant();
    }

    @Override
    public String failedJob() {
        return JOB;
    }

    @Override
    public void close() { }
}
