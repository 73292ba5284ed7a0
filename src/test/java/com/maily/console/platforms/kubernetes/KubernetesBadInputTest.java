package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.Workload;
import com.maily.console.sandbox.cluster.Accounts;
import com.maily.console.sandbox.cluster.ApiFaults.Fault;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are told, and that nothing is lost, when the cluster answers badly. Over the wire. */
class KubernetesBadInputTest {

    private SandboxWorld world;

    @BeforeEach
    void open() throws Exception {
        world = new SandboxWorld(Routing.GATEWAY_API);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void eachErrorIsAFailureOfItsKind() {
        expect(new Fault.Code(401), Failure.Denied.class, "token");
        expect(new Fault.Code(403), Failure.Denied.class, "may not get deployments in namespace maily");
        expect(new Fault.Code(422), Failure.Rejected.class, "rejected");
        expect(new Fault.Code(500), Failure.Unreachable.class, "500");
        expect(new Fault.Code(503), Failure.Unreachable.class, "503");
        expect(new Fault.NotJson(), Failure.Unreachable.class, "not the JSON");
        expect(new Fault.Truncated(), Failure.Unreachable.class, "");
        expect(new Fault.Hangup(), Failure.Unreachable.class, "cannot be reached");
    }

    @Test
    void aTokenThatWasRenewedInTheKubeconfigIsTakenUp() throws Exception {
        assertThat(world.deployer().observe(world.component(), Track.STABLE).artifact()).contains(world.running());
        String old = Files.readString(world.kubeconfig());
        world.face().logins().admit("renewed", Accounts.OWNER);
        world.face().logins().expel(world.face().token());
        assertThat(failureOf(() -> world.deployer().observe(world.component(), Track.STABLE))).isInstanceOf(Failure.Denied.class);
        Files.writeString(world.kubeconfig(), old.replace(world.face().token(), "renewed"));
        assertThat(world.deployer().observe(world.component(), Track.STABLE).artifact()).contains(world.running());
    }

    @Test
    void aBusyClusterSaysWhenToAskAgain() {
        Failure failure = expect(new Fault.Code(429, Duration.ofSeconds(7)), Failure.Throttled.class, "429");
        assertThat(((Failure.Throttled) failure).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aSlowClusterIsNotWaitedForForEver() {
        expect(new Fault.Slow(Duration.ofSeconds(7)), Failure.TimedOut.class, "in time");
    }

    @Test
    void aComponentThatIsNotThereIsMissingAndNamed() {
        world.connection().client().apps().deployments().inNamespace(SandboxWorld.NAMESPACE).withName("maily-api").delete();
        assertThat(failureOf(() -> world.deployer().observe(world.component(), Track.STABLE)))
                .isInstanceOf(Failure.Missing.class).extracting(Failure::why).asString().contains("maily-api", "namespace maily");
    }

    @Test
    void aRefusedWriteChangesNothingAndMayBeRepeated() {
        for (Fault fault : List.of(new Fault.Code(403), new Fault.Code(409), new Fault.Code(500), new Fault.Hangup())) {
            world.faults().next(1, "PATCH", "deployments/maily-api", fault);
            assertThat(failureOf(() -> world.deployer().deploy(world.component(), Track.STABLE, world.next()))).isNotNull();
            world.faults().clear();
            assertThat(world.deployer().observe(world.component(), Track.STABLE).artifact()).contains(world.running());
        }
        world.deployer().deploy(world.component(), Track.STABLE, world.next());
        assertThat(world.deployer().observe(world.component(), Track.STABLE).artifact()).contains(world.next());
    }

    @Test
    void aWriterInBetweenIsAConflictThatNamesIt() {
        world.cluster().patch(Kinds.HTTP_ROUTES, SandboxWorld.NAMESPACE, "maily-api", "", PatchKind.JSON, weights(30),
                "night-shift");
        world.pass(Duration.ofSeconds(2));
        assertThat(world.router().observe(world.component()).writer()).isEqualTo("night-shift");
        world.faults().next(1, "PATCH", "httproutes/maily-api", new Fault.Code(409));
        assertThat(failureOf(() -> world.router().set(world.component(), Weight.ofPercent(50))))
                .isInstanceOf(Failure.Conflict.class).extracting(Failure::why).asString().contains("night-shift");
        assertThat(world.router().observe(world.component()).desired()).isEqualTo(Weight.ofPercent(30));
    }

    @Test
    void aPatchFromAnOldVersionOfTheRouteIsRefusedByTheServer() {
        var old = world.cluster().read(Kinds.HTTP_ROUTES, SandboxWorld.NAMESPACE, "maily-api");
        String late = SplitRouter.patch(old, ((SplitRouter) world.router()).split(world.component(), old), Weight.ofPercent(50));
        world.router().set(world.component(), Weight.ofPercent(10));
        assertThat(failureOf(() -> world.connection().call("Writing late", () -> world.connection().client()
                .genericKubernetesResources("gateway.networking.k8s.io/v1", "HTTPRoute").inNamespace(SandboxWorld.NAMESPACE)
                .withName("maily-api").patch(Deployments.by(PatchType.JSON), late))))
                .isInstanceOf(Failure.Conflict.class);
        assertThat(world.router().observe(world.component()).desired()).isEqualTo(Weight.ofPercent(10));
    }

    @Test
    void ourOwnWritesAreSignedByUs() {
        world.router().set(world.component(), Weight.ofPercent(10));
        assertThat(world.router().observe(world.component()).writer()).isEqualTo("maily-console");
    }

    @Test
    void aWeightIsNotBelievedBeforeTheGatewayHasSeenIt() {
        HttpRouteRouter router = new HttpRouteRouter(world.connection());
        assertThat(router.observe(world.component()).observed()).isEqualTo(Weight.ZERO);
        router.set(world.component(), Weight.ofPercent(20));
        Traffic atOnce = router.observe(world.component());
        assertThat(atOnce.desired()).isEqualTo(Weight.ofPercent(20));
        assertThat(atOnce.observed()).isEqualTo(Weight.ZERO);
        assertThat(atOnce.why()).contains("generation");
        world.pass(Duration.ofSeconds(2));
        assertThat(router.observe(world.component()).why()).as("no canary pod").contains("No canary pod is ready");
    }

    @Test
    void anImageThatNeverBecomesReadyIsBrokenNotDone() {
        Artifact broken = world.image("v2.1.0-broken");
        world.deployer().deploy(world.component(), Track.STABLE, broken);
        world.pass(Duration.ofMinutes(2));
        Workload waiting = world.deployer().observe(world.component(), Track.STABLE);
        assertThat(waiting.rollout()).isInstanceOf(Workload.Rollout.Waiting.class);
        assertThat(waiting.ready()).isZero();
        world.pass(Duration.ofMinutes(15));
        assertThat(world.deployer().observe(world.component(), Track.STABLE).rollout())
                .isEqualTo(new Workload.Rollout.Broken("deployment \"maily-api\" exceeded its progress deadline"));
        world.deployer().undo(world.component(), world.deployer().history(world.component()).stream()
                .filter(revision -> revision.artifact().equals(world.running())).findFirst().orElseThrow());
        assertThat(world.deployer().observe(world.component(), Track.STABLE).rollout())
                .isInstanceOf(Workload.Rollout.Waiting.class);
        world.pass(Duration.ofMinutes(1));
        assertThat(world.deployer().observe(world.component(), Track.STABLE).done()).isTrue();
    }

    @Test
    void oneBadAnswerToTheAccessReviewIsAFindingNotAnException() {
        world.faults().next(1, "POST", "selfsubjectaccessreviews", new Fault.Code(403));
        assertThat(world.inspector().inspect(Inspection.CONNECTIONS, List.of(world.component())))
                .singleElement().satisfies(finding -> assertThat(finding.result())
                        .isEqualTo(Finding.Result.BAD));
    }

    private <T extends Failure> Failure expect(Fault fault, Class<T> kind, String why) {
        // More than once: after a 401 the kubeconfig is read again and the request repeated.
        world.faults().next(5, "GET", "deployments/maily-api", fault);
        Failure failure = failureOf(() -> world.deployer().observe(world.component(), Track.STABLE));
        assertThat(failure).as("%s", fault).isInstanceOf(kind);
        assertThat(failure.why()).as("%s", fault).contains(why);
        assertThat(failure.sentence()).doesNotContain(world.face().token());
        world.faults().clear();
        return failure;
    }

    private static Failure failureOf(Runnable action) {
        FailureException thrown = catchThrowableOfType(FailureException.class, action::run);
        assertThat(thrown).as("it should have failed").isNotNull();
        return thrown.failure();
    }

    private static JsonNode weights(int percent) {
        return Serialization.jsonMapper().valueToTree(List.of(
                Map.of("op", "replace", "path", "/spec/rules/0/backendRefs/0/weight", "value", 100 - percent),
                Map.of("op", "replace", "path", "/spec/rules/0/backendRefs/1/weight", "value", percent)));
    }
}
