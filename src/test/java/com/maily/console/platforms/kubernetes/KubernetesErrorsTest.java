package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** The error answers of a real API server, as people read them. */
class KubernetesErrorsTest {

    @Test
    void everyRecordedErrorIsOfItsKindInPlainSentences() {
        for (JsonNode recorded : Recorded.json("errors.json")) {
            Failure failure = translated(recorded);
            assertThat(failure).as(recorded.path("note").asText())
                    .isInstanceOf(switch (recorded.path("body").path("code").asInt()) {
                case 401, 403 -> Failure.Denied.class;
                case 404 -> Failure.Missing.class;
                case 409 -> Failure.Conflict.class;
                default -> Failure.Rejected.class;
            });
            assertThat(failure.what()).isEqualTo("Trying it failed");
            assertThat(failure.why()).isNotBlank().endsWith(failure instanceof Failure.Rejected ? "" : ".").doesNotContain("\n");
            assertThat(failure.advice()).isNotBlank();
        }
    }

    @Test
    void aForbiddenVerbIsNamed() {
        assertThat(translated("403 patch")).isEqualTo(new Failure.Denied("Trying it failed",
                "Our account may not patch deployments in namespace k-api (403).", "Ask for the verb patch on deployments."));
        assertThat(translated("403 subresource").why()).contains("may not patch deployments/scale");
        assertThat(translated("403 cluster-scoped").why()).contains("may not list nodes in the cluster");
    }

    @Test
    void theCausesOfAnInvalidObjectAreNamed() {
        assertThat(translated("422 negative replicas").why()).contains("spec.replicas")
                .contains("must be greater than or equal to 0");
    }

    @Test
    void anExpiredTokenSaysWhatToDo() {
        assertThat(translated("401 bad bearer token").advice()).contains("Sign in again");
    }

    @Test
    void aBusyClusterSaysHowLongToWait() {
        Status status = new Status();
        status.setMessage("too many requests");
        KubernetesClientException busy = new KubernetesClientException("busy", 429, status);
        assertThat(KubernetesErrors.translate("Trying it", busy, Optional.of(Duration.ofSeconds(7))))
                .isInstanceOfSatisfying(Failure.Throttled.class, f -> assertThat(f.retryAfter())
                        .isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void silenceIsToldApartFromRefusal() {
        assertThat(failure(new KubernetesClientException("x", new TimeoutException()))).isInstanceOf(Failure.TimedOut.class);
        assertThat(failure(new KubernetesClientException("x", new IOException("Connection refused"))))
                .isInstanceOf(Failure.Unreachable.class);
        assertThat(failure(new IllegalStateException("odd"))).isInstanceOf(Failure.Defect.class);
    }

    private static Failure failure(RuntimeException error) {
        return KubernetesErrors.translate("Trying it", error, Optional.empty());
    }

    private static Failure translated(String note) {
        for (JsonNode recorded : Recorded.json("errors.json")) {
            if (recorded.path("note").asText().equals(note)) {
                return translated(recorded);
            }
        }
        throw new AssertionError("nothing recorded for " + note);
    }

    private static Failure translated(JsonNode recorded) {
        Status status = Recorded.as(Status.class, recorded.path("body"));
        return failure(new KubernetesClientException("failed", status.getCode(), status));
    }
}
