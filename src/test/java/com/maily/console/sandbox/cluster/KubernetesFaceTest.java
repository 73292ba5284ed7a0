package com.maily.console.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.sandbox.cluster.ApiFaults.Fault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers are those recorded from a real API server 1.36. */
class KubernetesFaceTest {

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /apis/apps/v1/namespaces/w/deployments/none    |                                        | application/json | 404 | deployments.apps "none" not found
            GET    | /apis/apps/v1/namespaces/w/wibbles             |                                        | application/json | 404 | the server could not find the requested resource
            POST   | /apis/apps/v1/namespaces/w/deployments         | {bad                                   | application/json | 400 | the object provided is unrecognized (must be of type Deployment): couldn't get version/kind; json parse error: invalid character 'b' looking for beginning of object key string ({bad)
            POST   | /apis/apps/v1/namespaces/w/deployments         | {"apiVersion":"v1","kind":"Pod"}       | application/json | 400 | Pod in version "v1" cannot be handled as a Deployment: converting (v1.Pod) to (apps.Deployment): unknown conversion
            POST   | /apis/apps/v1/namespaces/w/deployments         | {"metadata":{"namespace":"default"}}   | application/json | 400 | the namespace of the provided object does not match the namespace sent on the request
            POST   | /apis/apps/v1/namespaces/none-such/deployments | {"metadata":{"name":"x"}}              | application/json | 404 | namespaces "none-such" not found
            POST   | /apis/apps/v1/namespaces/w/deployments         | a: 1                                   | text/plain       | 415 | the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf
            PUT    | /apis/apps/v1/namespaces/w/deployments         | {}                                     | application/json | 405 | the server does not allow this method on the requested resource
            PATCH  | /apis/apps/v1/namespaces/w/deployments/web     | {}                                     | application/json | 415 | 415: Unsupported Media Type
            PATCH  | /apis/apps/v1/namespaces/w/deployments/web?dryRun=Some | {}          | application/merge-patch+json        | 422 | PatchOptions.meta.k8s.io "" is invalid: dryRun: Unsupported value: ["Some"]: supported values: "All"
            PATCH  | /apis/apps/v1/namespaces/w/deployments/web     | {}                          | application/apply-patch+yaml        | 422 | PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch
            GET    | /apis/apps/v1/namespaces/w/deployments?labelSelector=a%3Db%3Dc     |                    | application/json | 400 | found '=', expected: ',' or 'end of string'
            GET    | /apis/apps/v1/namespaces/w/deployments?fieldSelector=spec.replicas%3D3 |                | application/json | 400 | "spec.replicas" is not a known field selector: only "metadata.name", "metadata.namespace"
            GET    | /apis/apps/v1/namespaces/w/deployments?limit=x |                                        | application/json | 400 | strconv.ParseInt: parsing "x": invalid syntax
            GET    | /apis/apps/v1/namespaces/w/deployments?watch=true&resourceVersion=abc |                 | application/json | 500 | resourceVersion: Invalid value: "abc": strconv.ParseUint: parsing "abc": invalid syntax
            GET    | /apis/apps/v1/namespaces/w/deployments?watch=true&sendInitialEvents=true |              | application/json | 422 | ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan
            """)
    void refusalsAreStatusObjectsInTheServersWords(String method, String path, String body, String type, int code, String message)
            throws IOException {
        HttpResponse<String> response = wire.send(method, path, body == null ? "" : body, type, "application/json");
        assertThat(response.statusCode()).isEqualTo(code);
        JsonNode status = Wire.tree(response.body());
        assertThat(Json.text(status, "message")).isEqualTo(message);
        assertThat(Json.text(status, "kind") + Json.text(status, "status") + Json.number(status, "code"))
                .isEqualTo("StatusFailure" + code);
    }

    @Test
    void anUnknownGroupIsNotEvenAStatus() throws IOException {
        assertThat(wire.get("/apis/foo.example/v1/bars").body()).isEqualTo("404 page not found\n");
        assertThat(wire.get("/nope").statusCode()).isEqualTo(404);
        assertThat(wire.send("GET", Wire.DEPLOYMENTS, "", "application/json", "text/csv").statusCode()).isEqualTo(406);
    }

    @Test
    void aWrongTokenIsRefused() throws IOException {
        wire.use("guessed");
        HttpResponse<String> response = wire.get(Wire.DEPLOYMENTS);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Json.text(Wire.tree(response.body()), "reason")).isEqualTo("Unauthorized");
    }

    @Test
    void aListIsReadInPages() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            wire.world.cluster.create(Kinds.DEPLOYMENTS, Web.NAMESPACE, Web.deployment(name, 0), Write.by("test"));
        }
        JsonNode first = wire.json(Wire.DEPLOYMENTS + "?limit=2");
        assertThat(first.path("items")).extracting(Meta::name).containsExactly("a", "b");
        assertThat(first.path("items").path(0).has("kind")).isFalse();
        assertThat(Json.number(first, "metadata", "remainingItemCount")).isEqualTo(1);
        String more = Json.text(first, "metadata", "continue");
        JsonNode second = wire.json(Wire.DEPLOYMENTS + "?limit=2&continue=" + more);
        assertThat(second.path("items")).extracting(Meta::name).containsExactly("c");
        assertThat(Json.at(second, "metadata").has("continue")).isFalse();
        assertThat(wire.json(Wire.DEPLOYMENTS + "?limit=2&resourceVersion=0").path("items")).as("the limit is ignored")
                .hasSize(3);

        wire.world.advance(1);
        wire.world.cluster.compact();
        HttpResponse<String> late = wire.get(Wire.DEPLOYMENTS + "?limit=2&continue=" + more);
        assertThat(late.statusCode()).isEqualTo(410);
        JsonNode expired = Wire.tree(late.body());
        assertThat(Json.text(expired, "reason")).isEqualTo("Expired");
        assertThat(wire.json(Wire.DEPLOYMENTS + "?continue=" + Json.text(expired, "metadata", "continue")).path("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            labelSelector=app%3Da                     | a
            labelSelector=app%20in%20%28a%2Cc%29      | a c
            labelSelector=app%20notin%20%28a%29       | b c
            labelSelector=app%21%3Da%2Capp            | b c
            labelSelector=%21app                      | ''
            fieldSelector=metadata.name%3Db           | b
            fieldSelector=metadata.name%21%3Db        | a c
            """)
    void selectorsPick(String query, String names) throws IOException {
        for (String name : List.of("a", "b", "c")) {
            wire.world.cluster.create(Kinds.DEPLOYMENTS, Web.NAMESPACE, Web.deployment(name, 0), Write.by("test"));
        }
        List<String> picked = new java.util.ArrayList<>();
        wire.json(Wire.DEPLOYMENTS + "?" + query).path("items").forEach(item -> picked.add(Meta.name(item)));
        assertThat(String.join(" ", picked)).isEqualTo(names);
    }

    @Test
    void anUnknownFieldIsRefusedWarnedOfOrDropped() throws IOException {
        wire.world.deployed(1);
        String merge = "application/merge-patch+json";
        String unknown = "{\"spec\":{\"replicaz\":3}}";
        assertThat(wire.send("PATCH", Wire.DEPLOYMENTS + "/web?fieldValidation=Strict", unknown, merge, "application/json").statusCode())
                .isEqualTo(422);
        HttpResponse<String> warned = wire.send("PATCH", Wire.DEPLOYMENTS + "/web", unknown, merge, "application/json");
        assertThat(warned.statusCode()).isEqualTo(200);
        assertThat(warned.headers().firstValue("Warning")).contains("299 - \"unknown field \\\"spec.replicaz\\\"\"");
        assertThat(warned.body()).doesNotContain("replicaz");
        HttpResponse<String> strict = wire.send("POST", Wire.DEPLOYMENTS + "?fieldValidation=Strict",
                "{\"metadata\":{\"name\":\"x\"},\"spec\":{\"foo\":1}}", "application/json", "application/json");
        assertThat(strict.statusCode()).isEqualTo(400);
        assertThat(strict.body()).contains("strict decoding error: unknown field \\\"spec.foo\\\"");
    }

    @Test
    void theScaleSubresourceIsANumberOnly() throws IOException {
        wire.world.deployed(2);
        HttpResponse<String> response = wire.send("PATCH", Wire.DEPLOYMENTS + "/web/scale", "{\"spec\":{\"replicas\":3}}",
                "application/merge-patch+json", "application/json");
        JsonNode scale = Wire.tree(response.body());
        assertThat(Json.text(scale, "kind") + Json.number(scale, "spec", "replicas") + Json.text(scale, "status", "selector"))
                .isEqualTo("Scale3app=web");
        wire.world.advance(2);
        assertThat(wire.world.pods()).hasSize(3);
        assertThat(wire.send("PATCH", Wire.DEPLOYMENTS + "/web/scale", "{\"spec\":{\"replicas\":-1}}",
                "application/merge-patch+json",
                "application/json").body()).contains("Scale.autoscaling \\\"web\\\" is invalid");
    }

    @Test
    void theLogIsCutToWhatIsAsked() throws IOException {
        wire.world.deployed(1);
        String log = "/api/v1/namespaces/w/pods/" + Meta.name(wire.world.pods().getFirst()) + "/log";
        wire.world.advance(60);
        assertThat(wire.get(log + "?tailLines=3").body().lines()).hasSize(3);
        assertThat(wire.get(log + "?sinceSeconds=5").body().lines()).hasSize(5);
        assertThat(wire.get(log + "?tailLines=1&timestamps=true").body()).startsWith("2026-11-20T17:17:05.000000000Z level=info");
        assertThat(wire.get(log + "?container=none").body()).contains("container none is not valid for pod");
        assertThat(wire.get(log + "?sinceSeconds=0").statusCode()).isEqualTo(422);
    }

    @Test
    void everybodyMayDoEverything() throws IOException {
        String reviews = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
        HttpResponse<String> response = wire.send("POST", reviews, "{\"spec\":{\"resourceAttributes\":{\"verb\":\"patch\","
                + "\"resource\":\"deployments\"}}}", "application/json", "application/json");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(Json.at(Wire.tree(response.body()), "status", "allowed").asBoolean()).isTrue();
        assertThat(wire.send("POST", reviews, "{\"spec\":{}}", "application/json", "application/json").statusCode())
                .isEqualTo(422);
    }

    @Test
    void troubleComesAsOftenAsOrdered() throws IOException {
        wire.world.deployed(1);
        wire.face.faults().next(2, "GET", "deployments/web$", new Fault.Code(429, Duration.ofSeconds(7)));
        HttpResponse<String> throttled = wire.get(Wire.DEPLOYMENTS + "/web");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).contains("7");
        assertThat(wire.get(Wire.DEPLOYMENTS + "/web").statusCode()).isEqualTo(429);
        assertThat(wire.get(Wire.DEPLOYMENTS + "/web").statusCode()).isEqualTo(200);

        wire.face.faults().next(1, "*", "", new Fault.Code(403));
        assertThat(wire.get(Wire.DEPLOYMENTS + "/web").body())
                .contains("deployments.apps \\\"web\\\" is forbidden: User \\\"maily-sandbox\\\" "
                + "cannot get resource \\\"deployments\\\" in API group \\\"apps\\\" in the namespace \\\"w\\\"");
        wire.face.faults().next(1, "*", "", new Fault.NotJson());
        assertThat(wire.get(Wire.DEPLOYMENTS).body()).startsWith("<html>");
        wire.face.faults().next(1, "*", "", new Fault.Truncated());
        assertThatThrownBy(() -> wire.get(Wire.DEPLOYMENTS)).isInstanceOf(IOException.class);
        wire.face.faults().next(9, "*", "", new Fault.Hangup());
        assertThatThrownBy(() -> wire.get(Wire.DEPLOYMENTS)).isInstanceOf(IOException.class);
        wire.face.faults().clear();
        assertThat(wire.get(Wire.DEPLOYMENTS).statusCode()).isEqualTo(200);
    }

    @Test
    void theDoorCanBeShutAndOpenedAgain() throws IOException {
        assertThat(wire.get("/readyz").body()).isEqualTo("ok");
        wire.face.refuseConnections();
        assertThatThrownBy(() -> wire.get("/readyz")).isInstanceOf(IOException.class);
        wire.face.acceptConnections();
        assertThat(wire.get("/readyz").body()).isEqualTo("ok");
    }

    @Test
    void theKubeconfigNamesTheSandboxAndIsPrivate(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("kubeconfig");
        wire.face.writeKubeconfig(file);
        assertThat(Files.readString(file)).contains("current-context: maily-sandbox", "server: " + wire.face.address());
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }
}
