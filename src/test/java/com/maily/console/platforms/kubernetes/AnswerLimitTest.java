package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.cluster.ApiFaults.Fault;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Huge answers are given up with a sentence, and a cluster that asks us to slow down is shown as doing so. Over the wire. */
class AnswerLimitTest {

    @Test
    void anAnswerBeyondTheLimitIsARefusalAndASmallerOneIsNot() throws Exception {
        try (SandboxWorld world = new SandboxWorld(Routing.GATEWAY_API);
             KubernetesClient strict = limited(world, 20_000); KubernetesClient wide = limited(world, 50_000_000)) {
            RuntimeException thrown = catchThrowableOfType(RuntimeException.class,
                    () -> strict.pods().inNamespace("maily").list());
            Failure failure = KubernetesErrors.translate("Listing the pods", thrown, Optional.empty());
            assertThat(failure).isInstanceOf(Failure.Rejected.class);
            assertThat(failure.why()).contains("larger than");
            assertThat(strict.getKubernetesVersion().getMajor()).as("small answers still come").isEqualTo("1");
            assertThat(wide.pods().inNamespace("maily").list().getItems()).isNotEmpty();
        }
    }

    @Test
    void aClusterThatAsksUsToSlowDownIsShownAsDoingSoUntilItLetsUsThrough() throws Exception {
        try (SandboxWorld world = new SandboxWorld(Routing.GATEWAY_API)) {
            world.faults().next(1, "GET", "deployments/maily-api", new Fault.Code(429, Duration.ofSeconds(7)));
            Failure failure = catchThrowableOfType(FailureException.class, () -> world.deployer().observe(world.component(),
                    Track.STABLE)).failure();
            assertThat(failure).isInstanceOfSatisfying(Failure.Throttled.class,
                    throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
            SourceState busy = world.connection().state();
            assertThat(busy.trouble()).contains("too many requests (429)");
            world.deployer().observe(world.component(), Track.STABLE);
            assertThat(world.connection().state().trouble()).isEmpty();
        }
    }

    private static KubernetesClient limited(SandboxWorld world, long most) {
        return new KubernetesClientBuilder()
                .withConfig(Kubeconfig.load(Map.of("kubeconfig", world.kubeconfig().toString())).config())
                .withHttpClientBuilderConsumer(builder -> builder.addOrReplaceInterceptor("answer-limit", new AnswerLimit(most)))
                .build();
    }
}
