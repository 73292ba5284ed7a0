package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.Job;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobStateTest {

    @Test
    void onlyTheLastConditionEndsAJob() {
        for (String name : List.of("mig-ok", "mig-late", "mig-fail")) {
            List<Job> states = Recorded.all(io.fabric8.kubernetes.api.model.batch.v1.Job.class, Recorded.json("jobs.json"))
                    .stream()
                    .filter(job -> job.getMetadata().getName().equals(name)).map(job -> JobState.of(name, job)).toList();
            List<Job> ended = states.stream().filter(job -> job.finishedAt().isPresent()).toList();
            assertThat(ended).isNotEmpty().allMatch(job ->
                    job.state() == (name.equals("mig-ok") ? Job.State.SUCCEEDED : Job.State.FAILED));
            assertThat(states.indexOf(ended.getFirst())).as("events before the end of %s", name).isGreaterThan(1);
        }
    }

    @Test
    void theReasonOfAFailureIsSaid() {
        Job late = Recorded.all(io.fabric8.kubernetes.api.model.batch.v1.Job.class, Recorded.json("jobs.json")).stream()
                .filter(job -> job.getMetadata().getName().equals("mig-late")).map(job -> JobState.of("mig-late", job)).toList()
                        .getLast();
        assertThat(late.message()).isEqualTo("Job was active longer than specified deadline");
    }

    @Test
    void namesBecomeSafeAndStayDifferent() {
        assertThat(JobState.dnsSafe("db-migrate-v2")).isEqualTo("db-migrate-v2");
        assertThat(JobState.dnsSafe("Tests (v2.1.0)")).matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?")
                .isNotEqualTo(JobState.dnsSafe("tests-v2-1-0"));
        assertThat(JobState.dnsSafe("x".repeat(100))).hasSizeLessThanOrEqualTo(63)
                .isNotEqualTo(JobState.dnsSafe("x".repeat(101)));
        assertThat(JobState.dnsSafe("!!!")).matches("[a-z0-9-]+");
    }
}
