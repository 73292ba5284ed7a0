package com.maily.console.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JobControllerTest {

    private final Web world = new Web();
    private final List<String> told = new ArrayList<>();

    private void run(String image, String extra) {
        world.cluster.watch(Kinds.JOBS, Web.NAMESPACE, change -> {
            String conditions = Json.items(Json.at(change.object(), "status", "conditions")).map(c -> Json.text(c, "type"))
                    .collect(Collectors.joining("+"));
            String line = "active " + Json.number(change.object(), "status", "active") + " " + conditions;
            if (told.isEmpty() || !told.getLast().equals(line)) {
                told.add(line);
            }
        });
        ObjectNode job = Json.parse("""
                {"metadata":{"name":"migrate"},"spec":{"backoffLimit":0,"template":{"spec":{"restartPolicy":"Never",
                 "containers":[{"name":"m","image":"%s"}]}}}}""".formatted(image));
        ((ObjectNode) job.get("spec")).setAll(Json.parse(extra));
        world.cluster.create(Kinds.JOBS, Web.NAMESPACE, job, Write.by("console"));
    }

    private ObjectNode job() {
        return world.cluster.read(Kinds.JOBS, Web.NAMESPACE, "migrate");
    }

    @Test
    void successIsDecidedBeforeItIsComplete() {
        run("registry.local/mig:1", "{}");
        world.advance(10);
        assertThat(told).containsExactly("active 0 ", "active 1 ", "active 0 SuccessCriteriaMet",
                "active 0 SuccessCriteriaMet+Complete");
        assertThat(Json.number(job(), "status", "succeeded")).isEqualTo(1);
        assertThat(Json.text(job(), "status", "completionTime")).isNotEmpty();
        assertThat(world.cluster.list(Kinds.PODS, Web.NAMESPACE, "batch.kubernetes.io/job-name=migrate"))
                .extracting(pod -> Json.text(pod, "status", "phase")).containsExactly("Succeeded");
    }

    @Test
    void aFailedPodFailsTheJobThatMayNotRetry() {
        run("registry.local/mig:1-broken", "{}");
        world.advance(10);
        assertThat(told).endsWith("active 0 FailureTarget", "active 0 FailureTarget+Failed");
        assertThat(Conditions.reason(job(), "Failed")).isEqualTo("BackoffLimitExceeded");
    }

    @Test
    void aJobThatMayRetryRunsAgain() {
        run("registry.local/mig:1-broken", "{\"backoffLimit\":2}");
        world.advance(30);
        assertThat(Json.number(job(), "status", "failed")).isEqualTo(3);
        assertThat(Conditions.reason(job(), "Failed")).isEqualTo("BackoffLimitExceeded");
    }

    @Test
    void aJobEndsAtItsDeadline() {
        run("registry.local/mig:broken-1", "{\"activeDeadlineSeconds\":4}");
        world.advance(3);
        assertThat(Conditions.find(job(), "FailureTarget")).isEmpty();
        world.advance(3);
        assertThat(Conditions.reason(job(), "Failed")).isEqualTo("DeadlineExceeded");
        assertThat(world.pods()).isEmpty();
    }
}
