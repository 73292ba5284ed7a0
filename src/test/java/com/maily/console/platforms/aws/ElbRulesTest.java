package com.maily.console.platforms.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.sandbox.aws.ElbWorld;
import com.maily.console.sandbox.aws.WireFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What else stands in a rule, who else writes it, and what AWS answers when it does not answer well. Over the wire. */
class ElbRulesTest {

    private AwsOverTheWire aws;

    @BeforeEach
    void open() {
        aws = new AwsOverTheWire(ElbWorld.RULE);
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void signingInOrderAndStickinessStayAndTheSecretIsKept() {
        aws.world.act(ElbWorld.RULE, json("""
                [{"Type":"authenticate-oidc","Order":1,"AuthenticateOidcConfig":{"Issuer":"https://id.maily.example",
                "AuthorizationEndpoint":"https://id.maily.example/a","TokenEndpoint":"https://id.maily.example/t",
                "UserInfoEndpoint":"https://id.maily.example/u","ClientId":"console","ClientSecret":"kept",
                "AuthenticationRequestExtraParams":{}}},
                {"Type":"forward","Order":2,"ForwardConfig":{"TargetGroups":[{"TargetGroupArn":"%s","Weight":100},
                {"TargetGroupArn":"%s","Weight":0}],"TargetGroupStickinessConfig":{"Enabled":true,"DurationSeconds":600}}}]"""
                .formatted(ElbWorld.group("maily-api"), ElbWorld.group("maily-api-canary"))));
        String command = set(20);
        JsonNode actions = aws.world.actions(ElbWorld.RULE);
        assertThat(aws.weights()).containsExactly(80, 20);
        assertThat(actions.at("/0/AuthenticateOidcConfig/ClientSecret").asText()).isEqualTo("kept");
        assertThat(actions.findValuesAsText("Order")).containsExactly("1", "2");
        assertThat(actions.at("/1/ForwardConfig/TargetGroupStickinessConfig/DurationSeconds").asInt()).isEqualTo(600);
        assertThat(command).startsWith("aws elbv2 modify-rule --rule-arn " + ElbWorld.RULE).contains("\"Weight\":20")
                .doesNotContain("kept");
    }

    @Test
    void otherTargetGroupsKeepTheirShareAndShrinkTheReach() {
        var actions = ElbWorld.split("maily-api", 150, 0);
        ((ArrayNode) actions.at("/0/ForwardConfig/TargetGroups")).addObject()
                .put("TargetGroupArn", ElbWorld.group("ai-mesh")).put("Weight", 50);
        aws.world.act(ElbWorld.RULE, actions);
        assertThat(((Reach.Only) aws.router().reach(aws.component())).weights()).contains(Weight.ofPercent(75))
                .doesNotContain(Weight.FULL);
        set(10);
        assertThat(aws.weights()).containsExactly(130, 20, 50);
        assertThat(failure(() -> set(80))).isInstanceOf(Failure.Rejected.class).extracting(Failure::why).asString()
                .contains("keep their 50 of 200");
    }

    @Test
    void aRuleThatAControllerOwnsIsNeverWritten() {
        aws.world.tag(ElbWorld.LISTENER, "elbv2.k8s.aws/cluster", "maily");
        assertThat(failure(() -> set(10))).isInstanceOf(Failure.Rejected.class).satisfies(failure -> {
            assertThat(failure.why()).contains("elbv2.k8s.aws/cluster=maily");
            assertThat(failure.advice()).contains("routing to alb");
        });
        assertThat(aws.weights()).containsExactly(100, 0);
    }

    @Test
    void aRuleThatChangedSinceItWasLookedAtIsNotOverwrittenButCanAlwaysBeTakenToNothing() {
        aws.router().observe(aws.component());
        aws.somebodyElseSets(Weight.ofPercent(30));
        assertThat(failure(() -> set(50))).isInstanceOf(Failure.Conflict.class).extracting(Failure::why).asString()
                .contains("it sends 30 % to the canary now", "AWS does not say who");
        assertThat(aws.weights()).containsExactly(70, 30);
        aws.somebodyElseSets(Weight.ofPercent(40));
        set(0);
        assertThat(aws.weights()).containsExactly(100, 0);
    }

    @Test
    void targetsThatAreNotHealthyAreSaidAndTheWeightIsNotBelieved() {
        set(20);
        var traffic = aws.router().observe(aws.component());
        assertThat(traffic.settledAt(Weight.ofPercent(20))).isFalse();
        assertThat(traffic.why()).isEqualTo("No target of target group maily-api-canary is healthy (it has none), so its "
                + "share of requests is "
                + "answered with errors.");
    }

    @Test
    void stickySessionsStayOnTheCanaryAfterItsTrafficIsGone() {
        var actions = ElbWorld.split("maily-api", 100, 0);
        ((ObjectNode) actions.at("/0/ForwardConfig/TargetGroupStickinessConfig"))
                .put("Enabled", true)
                .put("DurationSeconds", 300);
        aws.world.act(ElbWorld.RULE, actions);
        aws.canary();
        set(20);
        assertThat(why()).contains("sticky for 300 s", "also after a rollback");
        set(0);
        assertThat(why()).isEqualTo("Sessions are sticky: who met the canary stays on it until 2026-11-21T10:07:00Z.");
        aws.pass(Duration.ofMinutes(6));
        assertThat(why()).isEmpty();
    }

    @Test
    void aWrongArnNamesWhatThereIs() {
        assertThat(failureOf(ElbWorld.RULE.replace("9683", "0000"))).isInstanceOf(Failure.Missing.class).extracting(Failure::why)
                .asString()
                .contains("There are " + ElbWorld.RULE);
        assertThat(failureOf(ElbWorld.LISTENER.replace("f2f7", "0000"))).isInstanceOf(Failure.Missing.class)
                .extracting(Failure::why).asString()
                .contains("There are " + ElbWorld.LISTENER);
        assertThat(failureOf(ElbWorld.RULE.replace("eu-west-1", "us-east-1"))).extracting(Failure::why).asString()
                .contains("in us-east-1, and the connection to AWS is to eu-west-1");
        assertThat(failureOf("maily-api")).extracting(Failure::why).asString().contains("neither a rule nor a listener");
        assertThat(failureOf(ElbWorld.RULE.replace("9683b2d02a6cabee", "0a1b2c3d4e5f6071"))).extracting(Failure::advice)
                .asString()
                .contains(ElbWorld.LISTENER);
    }

    @Test
    void targetGroupsOfOtherNamesAreNamedInTheWorkspaceFile() {
        aws.world.act(ElbWorld.RULE, ElbWorld.split("ai-mesh", 100, 0));
        assertThat(failure(() -> set(10))).extracting(Failure::why).asString()
                .contains("not forward to target group maily-api but to ai-mesh and");
        Component named = aws.component().routedBy(new Routing(Routing.ALB_RULE, ElbWorld.RULE, Map.of(Routing.STABLE_GROUP,
                "ai-mesh",
                Routing.CANARY_GROUP, ElbWorld.group("ai-mesh-canary"))));
        aws.router().set(named, Weight.ofPercent(10));
        assertThat(aws.weights()).containsExactly(90, 10);
    }

    @Test
    void eachErrorIsAFailureOfItsKind() {
        expect(new WireFault.Refused(403, "ExpiredToken", "The security token included in the request is expired"),
                Failure.Denied.class,
                "aws sso login");
        expect(new WireFault.Refused(400, "Throttling", "Rate exceeded"), Failure.Throttled.class, "after the wait");
        expect(new WireFault.Refused(503, "ServiceUnavailable", "later"), Failure.Unreachable.class, "Try again");
        expect(new WireFault.NotXml(), Failure.Unreachable.class, "");
        expect(new WireFault.Truncated(), Failure.Unreachable.class, "");
        expect(new WireFault.Slow(Duration.ofSeconds(12)), Failure.TimedOut.class, "network");
    }

    @Test
    void aLostAnswerToAWriteIsSeenWhenItIsLookedAtAgain() {
        aws.canary();
        aws.router().observe(aws.component());
        aws.face.onWrite(_ -> { });
        aws.face.fault(new WireFault.Slow(Duration.ZERO));
        aws.face.fault(new WireFault.Slow(Duration.ZERO));
        aws.face.fault(new WireFault.Lost());
        assertThat(failure(() -> set(10))).isInstanceOf(Failure.Unreachable.class);
        assertThat(aws.router().observe(aws.component()).settledAt(Weight.ofPercent(10))).isTrue();
    }

    @Test
    void beforeARunItIsSaidWhoWeAre() {
        List<Finding> findings = new AwsInspector(aws.connection, aws.router()).inspect(Inspection.CONNECTIONS,
                List.of(aws.component()));
        assertThat(findings).extracting(Finding::result).containsOnly(Finding.Result.GOOD);
        assertThat(findings).extracting(Finding::detail).first().asString().contains("assumed-role/maily-deployer", "eu-west-1");
    }

    @Test
    void withoutARegionNothingIsOpened() {
        FailureException thrown = catchThrowableOfType(FailureException.class, () -> AwsConnection.open(Map.of()));
        assertThat(thrown.failure().advice()).contains("connections.aws.region");
    }

    private String set(int percent) {
        return aws.router().set(aws.component(), Weight.ofPercent(percent));
    }

    private String why() {
        return aws.router().observe(aws.component()).why();
    }

    private void expect(WireFault fault, Class<? extends Failure> kind, String advice) {
        aws.face.fault(fault);
        Failure failure = failure(() -> aws.router().observe(aws.component()));
        assertThat(failure).as("%s", fault).isInstanceOf(kind);
        assertThat(failure.advice()).contains(advice);
    }

    private Failure failureOf(String arn) {
        return failure(() -> aws.router().observe(aws.component().routedBy(new Routing(Routing.ALB_RULE, arn))));
    }

    private static Failure failure(Runnable action) {
        FailureException thrown = catchThrowableOfType(FailureException.class, action::run);
        assertThat(thrown).as("it should have failed").isNotNull();
        return thrown.failure();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
