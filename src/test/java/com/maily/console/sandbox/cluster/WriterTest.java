package com.maily.console.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WriterTest {

    private static final String APPLIED = """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"ssa","labels":{"app":"ssa"}},"spec":{%s
             "selector":{"matchLabels":{"app":"ssa"}},"template":{"metadata":{"labels":{"app":"ssa"}},
             "spec":{"containers":[{"name":"web","image":"registry.local/web:%s"}]}}}}""";

    private final Web world = new Web();

    private static ApiError refused(ThrowingCallable call) {
        ApiError error = catchThrowableOfType(ApiError.class, call);
        assertThat(error).as("expected a refusal").isNotNull();
        return error;
    }

    @Test
    void aPatchWithoutEffectChangesNothing() {
        ObjectNode before = world.deployed(1).web();
        assertThat(world.image("1.0.0")).isEqualTo(before);
        assertThat(world.merge(PatchKind.MERGE, "{\"status\":{\"replicas\":99}}")).isEqualTo(before);
    }

    @Test
    void strategicMergeKeepsTheOtherContainersAndHonoursOrderAndDeletion() {
        world.deployed(1);
        world.merge(PatchKind.STRATEGIC, """
                {"spec":{"template":{"spec":{"$setElementOrder/containers":[{"name":"side"},{"name":"web"}],
                 "containers":[{"name":"side","image":"side:1","env":[{"name":"A","value":"1"},{"name":"B","value":"2"}]}]}}}}""");
        assertThat(Json.at(world.web(), "spec", "template", "spec", "containers")).extracting(c -> Json.text(c, "name"))
                .containsExactly("side", "web");
        world.merge(PatchKind.STRATEGIC, """
                {"spec":{"template":{"spec":{"containers":[{"name":"side","env":[{"name":"A","$patch":"delete"}]},
                 {"name":"web","$patch":"delete"}]}}}}""");
        var containers = Json.at(world.web(), "spec", "template", "spec", "containers");
        assertThat(containers).hasSize(1);
        assertThat(containers.path(0).path("env")).extracting(e -> Json.text(e, "name")).containsExactly("B");
    }

    @Test
    void aJsonPatchIsAppliedWhollyOrNotAtAll() {
        ObjectNode before = world.deployed(1).web();
        for (String bad : new String[] {
                "[{\"op\":\"replace\",\"path\":\"/spec/replicas\",\"value\":3},{\"op\":\"test\",\"path\":\"/spec/paused\",\"value\":true}]",
                "[{\"op\":\"remove\",\"path\":\"/metadata/annotations/none\"}]",
                        "[{\"op\":\"frob\",\"path\":\"/spec/replicas\",\"value\":1}]"}) {
            ApiError error = refused(() -> world.merge(PatchKind.JSON, bad));
            assertThat(error.code()).isEqualTo(422);
            assertThat(error.status().path("details").has("causes")).isFalse();
        }
        assertThat(world.web()).isEqualTo(before);
        ObjectNode after = world.merge(PatchKind.JSON,
                "[{\"op\":\"add\",\"path\":\"/metadata/annotations/example.com~1deploy\",\"value\":\"42\"}]");
        assertThat(Meta.annotation(after, "example.com/deploy")).isEqualTo("42");
        assertThat(Meta.generation(after)).as("an annotation of a Deployment raises its generation").isEqualTo(2);
    }

    @Test
    void aWriterWithAnOldVersionLoses() {
        ObjectNode old = world.deployed(1).web();
        world.image("1.1.0");
        ((ObjectNode) old.get("spec")).put("replicas", 5);
        ApiError error = refused(() -> world.cluster.update(Kinds.DEPLOYMENTS, Web.NAMESPACE, "web", old, Write.by("late")));
        assertThat(error.code()).isEqualTo(409);
        assertThat(error).hasMessage("Operation cannot be fulfilled on deployments.apps \"web\": the object has been modified; "
                + "please apply your changes to the latest version and try again");
        Meta.of(old).remove("resourceVersion");
        assertThat(Json.number(world.cluster.update(Kinds.DEPLOYMENTS, Web.NAMESPACE, "web", old, Write.by("late")), "spec",
                "replicas")).isEqualTo(5);
    }

    @Test
    void whatOneManagerAppliedAnotherMayNotChange() {
        apply("maily-console", "\"replicas\":2,", "1.0.0", false);
        ApiError error = refused(() -> apply("other", "\"replicas\":4,", "9", false));
        assertThat(error.code()).isEqualTo(409);
        assertThat(error).hasMessage("Apply failed with 2 conflicts: conflicts with \"maily-console\":\n- .spec.replicas\n"
                + "- .spec.template.spec.containers[name=\"web\"].image");
        assertThat(refused(() -> apply("other", "\"replicas\":4,", "1.0.0", false)))
                .hasMessage("Apply failed with 1 conflict: conflict with \"maily-console\": .spec.replicas");

        assertThat(Json.number(apply("other", "\"replicas\":4,", "1.0.0", true), "spec", "replicas")).isEqualTo(4);
        assertThat(refused(() -> apply("maily-console", "\"replicas\":2,", "1.0.0", false)))
                .hasMessage("Apply failed with 1 conflict: conflict with \"other\": .spec.replicas");
        assertThat(Json.number(apply("maily-console", "", "1.0.0", false), "spec", "replicas")).as("left out, so it stays")
                .isEqualTo(4);
    }

    @Test
    void aFieldSetByOtherMeansBelongsToItsWriter() {
        apply("maily-console", "", "1.0.0", false);
        world.cluster.patch(Kinds.DEPLOYMENTS, Web.NAMESPACE, "ssa", "", PatchKind.STRATEGIC, Json.parse(
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"registry.local/web:2\"}]}}}}"),
                        "kubectl-set");
        assertThat(refused(() -> apply("maily-console", "", "1.0.0", false)))
                .hasMessage("Apply failed with 1 conflict: conflict with "
                + "\"kubectl-set\" using apps/v1: .spec.template.spec.containers[name=\"web\"].image");
    }

    private ObjectNode apply(String manager, String replicas, String tag, boolean force) {
        return world.cluster.patch(Kinds.DEPLOYMENTS, Web.NAMESPACE, "ssa", PatchKind.APPLY,
                Json.parse(APPLIED.formatted(replicas, tag)),
                new Write(manager, false, force, ""));
    }

    @Test
    void aDryRunAnswersButStoresNothing() {
        Write dry = new Write("console", true, false, "");
        ObjectNode made = world.cluster.create(Kinds.DEPLOYMENTS, Web.NAMESPACE, Web.deployment("web", 1), dry);
        assertThat(Meta.uid(made)).isNotEmpty();
        assertThat(Meta.version(made)).isZero();
        assertThat(world.cluster.list(Kinds.DEPLOYMENTS, "", "")).isEmpty();
        ObjectNode before = world.deployed(1).web();
        ObjectNode patched = world.cluster.patch(Kinds.DEPLOYMENTS, Web.NAMESPACE, "web", PatchKind.MERGE,
                Json.parse("{\"spec\":{\"replicas\":9}}"), dry);
        assertThat(Meta.generation(patched)).isEqualTo(2);
        assertThat(world.web()).isEqualTo(before);
    }

    @Test
    void routeWeightsOutsideTheirRangeAreRefusedEachWithItsField() {
        world.cluster.create(Kinds.HTTP_ROUTES, Web.NAMESPACE, route("90", "10"), Write.by("console"));
        ApiError error = refused(() -> world.cluster.patch(Kinds.HTTP_ROUTES, Web.NAMESPACE, "web", PatchKind.MERGE,
                route("-1", "2000000"),
                Write.by("console")));
        assertThat(error.code()).isEqualTo(422);
        assertThat(error.status().path("details").path("causes")).extracting(c -> Json.text(c, "field"))
                .containsExactly("spec.rules[0].backendRefs[0].weight", "spec.rules[0].backendRefs[1].weight");
    }

    private static ObjectNode route(String stable, String canary) {
        return Json.parse("""
                {"metadata":{"name":"web"},"spec":{"parentRefs":[{"name":"gw"}],"rules":[{"backendRefs":[
                 {"name":"web","port":80,"weight":%s},{"name":"web-canary","port":80,"weight":%s}]}]}}""".formatted(stable, canary));
    }

    @Test
    void leaseTimesNeedExactlySixDigits() {
        world.cluster.create(Kinds.LEASES, Web.NAMESPACE, lease("2026-11-20T17:20:06.123456Z"), Write.by("console"));
        for (String time : new String[] {"2026-11-20T17:20:06.123Z", "2026-11-20T17:20:06Z", "2026-11-20T17:20:06.123456789Z",
                "soon"}) {
            assertThat(refused(() -> world.cluster.patch(Kinds.LEASES, Web.NAMESPACE, "lock", PatchKind.MERGE, lease(time),
                    Write.by("console"))).code()).as(time).isEqualTo(422);
        }
    }

    private static ObjectNode lease(String renewed) {
        return Json.parse("{\"metadata\":{\"name\":\"lock\"},\"spec\":{\"holderIdentity\":\"a\",\"renewTime\":\"" + renewed
                + "\"}}");
    }

    @Test
    void whatMakesNoSenseIsRefusedInTheServersWords() {
        Map.of("{\"spec\":{\"replicas\":-1}}", "Deployment.apps \"web\" is invalid: spec.replicas: Invalid value: -1: "
                        + "must be greater than or equal to 0",
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"web\"}]}}}}",
                "Deployment.apps \"web\" is invalid: spec.template.spec.containers[0].image: Required value",
                "{\"spec\":{\"selector\":{\"matchLabels\":{\"app\":\"zzz\"}}}}", "Deployment.apps \"web\" is invalid: "
                        + "[spec.template.metadata.labels: Invalid value: {\"app\":\"web\"}: `selector` does not match "
                        + "template `labels`, "
                        + "spec.selector: Invalid value: {\"matchLabels\":{\"app\":\"zzz\"}}: field is immutable]")
                .forEach((patch, words) -> {
                    Web fresh = new Web().deployed(1);
                    assertThat(refused(() -> fresh.merge(PatchKind.MERGE, patch))).hasMessage(words);
                });
    }
}
