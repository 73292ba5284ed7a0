package com.maily.console.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.sandbox.cluster.Accounts.Rule;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users with limited roles get the answers recorded from a real API server. */
class AccountsTest {

    private final Wire wire = new Wire();

    @BeforeEach
    void aViewer() {
        wire.world.deployed(1);
        wire.world.cluster.accounts().limit("viewer", List.of(new Rule("get", "apps", "deployments", Web.NAMESPACE),
                new Rule("list", "apps", "deployments", Web.NAMESPACE)));
        wire.face.logins().admit("of-a-viewer", "viewer");
        wire.use("of-a-viewer");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void whatIsAllowedIsAnsweredAndTheRestForbiddenByName() throws IOException {
        assertThat(wire.get(Wire.DEPLOYMENTS + "/web").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = wire.send("PATCH", Wire.DEPLOYMENTS + "/web", "{}", "application/merge-patch+json",
                "application/json");
        assertThat(refused.statusCode()).isEqualTo(403);
        JsonNode status = Wire.tree(refused.body());
        assertThat(Json.text(status, "reason")).isEqualTo("Forbidden");
        assertThat(Json.text(status, "message")).isEqualTo("deployments.apps \"web\" is forbidden: User \"viewer\" cannot patch "
                + "resource \"deployments\" in API group \"apps\" in the namespace \"w\"");
        assertThat(wire.get("/apis/apps/v1/namespaces/default/deployments").statusCode()).as("another namespace").isEqualTo(403);
        assertThat(wire.get("/api/v1/namespaces/w/pods?watch=true").statusCode()).as("before the watch opens").isEqualTo(403);
    }

    @Test
    void theReviewSaysSoBeforehandWithoutTheFieldDenied() throws IOException {
        assertThat(review("get", "").path("allowed").asBoolean()).isTrue();
        JsonNode denied = review("update", "scale");
        assertThat(denied.path("allowed").asBoolean(true)).isFalse();
        assertThat(denied.has("denied")).isFalse();
    }

    private JsonNode review(String verb, String subresource) throws IOException {
        HttpResponse<String> response = wire.send("POST", Access.REVIEWS,
                "{\"spec\":{\"resourceAttributes\":{\"namespace\":\"w\","
                + "\"verb\":\"" + verb + "\",\"group\":\"apps\",\"resource\":\"deployments\",\"subresource\":\"" + subresource
                + "\"}}}", "application/json", "application/json");
        assertThat(response.statusCode()).isEqualTo(201);
        return Wire.tree(response.body()).path("status");
    }

    @Test
    void aTokenThatRanOutOpensNothingAndAReviewDecidesAlone() throws IOException {
        wire.face.logins().expel("of-a-viewer");
        assertThat(wire.get(Wire.DEPLOYMENTS).statusCode()).isEqualTo(401);
        wire.face.logins().reviewBy(token -> token.startsWith("signed-") ? Optional.of(Accounts.OWNER) : Optional.empty());
        wire.use("signed-by-somebody");
        assertThat(wire.get(Wire.DEPLOYMENTS).statusCode()).isEqualTo(200);
        wire.use(wire.face.token());
        assertThat(wire.get(Wire.DEPLOYMENTS).statusCode()).as("only the review counts").isEqualTo(401);
    }
}
