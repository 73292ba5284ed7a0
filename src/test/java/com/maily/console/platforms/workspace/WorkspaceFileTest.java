package com.maily.console.platforms.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceFileTest {

    /** The smallest workspace with one of everything; tests replace a part of it. */
    private static final String GOOD = """
            name: Small
            components:
              - name: api
                criticality: critical
                platform: kubernetes
                target: deployment/api
                routing: {kind: gateway-api, name: api}
                ladder: [10, 50, 100]
              - name: web
                criticality: non-critical
                platform: vercel
                target: web
                needs: [api]
            environments:
              - name: production
                production: true
                connections:
                  kubernetes: {namespace: small}
                  prometheus:
                    url: http://localhost:9090
                  vercel: {token: "env:VERCEL_TOKEN"}
            objectives:
              - key: p99
                component: api
                unit: ms
                at-most: 200
                query: latency{component="${component}"}
            jobs:
              smoke: {image: "ghcr.io/small/ci:v1", command: [smoke, "${version}"]}
            timings:
              deploy: 2m
              smoke: 1m30s
            releases:
              - version: v1.0.0
                artifacts:
                  api: {image: "ghcr.io/small/api:v1.0.0"}
                  web: {commit: abc123}
            """;

    @TempDir Path folder;

    private static List<String> problems(String yaml) {
        FailureException thrown = catchThrowableOfType(FailureException.class,
                () -> WorkspaceFile.parse(yaml, "small.yaml", Map.of()));
        assertThat(thrown).as("the file is refused").isNotNull();
        assertThat(thrown.failure()).isInstanceOf(Failure.Rejected.class);
        return thrown.failure().why().lines().toList();
    }

    private static String with(String old, String replacement) {
        assertThat(GOOD).contains(old);
        return GOOD.replace(old, replacement.replace("\\n", "\n"));
    }

    @Test
    void theSmallOneIsGood() {
        Workspace workspace = WorkspaceFile.parse(GOOD, "small.yaml", Map.of());
        assertThat(workspace.component("web").orElseThrow().needs()).containsExactly("api");
        assertThat(workspace.timing("smoke", Duration.ZERO)).isEqualTo(Duration.ofSeconds(90));
        assertThat(workspace.clock().isWall()).isTrue();
    }

    @Test
    void aRolloutSplitsItsTrafficItself() {
        String file = GOOD.replace("target: deployment/api", "target: rollout/api").replaceFirst("    routing: .*\n", "");
        Component api = WorkspaceFile.parse(file, "small.yaml", Map.of()).component("api").orElseThrow();
        assertThat(api.targetKind()).isEqualTo("rollout");
        assertThat(api.routing()).isEqualTo(new Routing(Routing.ARGO_ROLLOUTS, "api"));
        assertThat(api.hasCanary()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            criticality: critical           | criticality: hihg             | 4:18: components[0].criticality is 'hihg'; expected one of critical, non-critical
            criticality: critical           | critcality: critical          | 4:5: components[0].critcality is not known; did you mean criticality?
            criticality: critical           | colour: blue                  | 4:5: components[0].colour is not known; known are name, criticality, platform, target, routing, needs, ladder, regions
            criticality: critical           | criticality: [critical]       | 4:18: components[0].criticality is a list; expected one of critical, non-critical
            criticality: critical           | criticality:                  | 4:17: components[0].criticality is empty; expected one of critical, non-critical
            name: Small                     | nane: Small                   | 1:1: name is missing
            target: deployment/api          | target: api                   | 6:13: components[0].target is 'api'; expected deployment/NAME, statefulset/NAME, daemonset/NAME or rollout/NAME in lower case
            target: deployment/api          | target: statefullset/api      | 6:13: components[0].target is 'statefullset/api'; expected deployment/NAME, statefulset/NAME, daemonset/NAME or rollout/NAME in lower case
            target: deployment/api          | target: statefulset/api       | 7:14: components[0].routing is gateway-api api, but statefulset/api has no canary to send traffic to; expected no routing
            target: deployment/api          | target: rollout/api           | 7:14: components[0].routing is gateway-api api, but rollout/api splits its traffic itself; expected argo-rollouts with the name api, or no routing
            kind: gateway-api, name: api    | kind: argo-rollouts, name: api | 7:14: components[0].routing is argo-rollouts, but the target is deployment/api; expected the target rollout/api
            target: deployment/api          | target: deployment/api\\n    target: deployment/b | 7:5: components[0].target is given twice, first in line 6
            platform: kubernetes            | platform: kubernets           | 5:15: components[0].platform is 'kubernets'; expected one of kubernetes, vercel
            kind: gateway-api               | kind: gateway                 | 7:21: components[0].routing.kind is 'gateway'; expected one of gateway-api, replica-ratio, rolling-release, istio, nginx, traefik, alb, alb-rule, argo-rollouts, flagger, smi, found, none
            kind: gateway-api, name: api    | kind: gateway-api             | 7:14: components[0].routing.name is missing
            kind: gateway-api, name: api    | kind: istio                   | 7:14: components[0].routing.name is missing
            kind: gateway-api, name: api    | kind: rolling-release         | 7:14: components[0].routing is rolling-release, which splits traffic on vercel; this component is on kubernetes
            [10, 50, 100]                   | [10, 150, 100]                | 8:18: components[0].ladder[1] is '150'; expected a weight from 0 to 100
            [10, 50, 100]                   | [10, -5, 100]                 | 8:18: components[0].ladder[1] is '-5'; expected a weight from 0 to 100
            [10, 50, 100]                   | [50, 10, 100]                 | 8:18: components[0].ladder[1] is '10'; expected more than the 50 % before it
            [10, 50, 100]                   | [0, 100]                      | 8:14: components[0].ladder[0] is '0'; expected a first weight above 0
            [10, 50, 100]                   | [10, 50]                      | 8:13: components[0].ladder ends at 50 %; expected the last weight to be 100
            [10, 50, 100]                   | []                            | 8:13: components[0].ladder ends at nothing; expected the last weight to be 100
            needs: [api]                    | needs: [apo]                  | 13:12: components[1].needs is 'apo', which is no component; did you mean api?
            needs: [api]                    | needs: [web]                  | 13:12: components[1].needs goes round in a circle: web needs web
            needs: [api]                    | ladder: [100]                 | 13:13: components[1].ladder is given, but routing.kind is none; expected a routing that can split traffic, or no ladder
            - name: web                     | - name: api                   | 9:5: components[1] has the name 'api', which components[0] has too; expected each once
            production: true                | production: maybe             | 16:17: environments[0].production is 'maybe'; expected true or false
            prometheus:                     | promtheus:                    | 19:7: environments[0].connections.promtheus is not known; did you mean prometheus?
            url: http://localhost:9090      | url: localhost                | 20:14: environments[0].connections.prometheus.url is 'localhost'; expected an address such as https://host:port
            url: http://localhost:9090      | url: ${nowhere}               | 20:14: environments[0].connections.prometheus.url needs the variable 'nowhere', which was not given
            url: http://localhost:9090      | url: http://${no where}       | 20:14: environments[0].connections.prometheus.url has a ${ that is not closed or holds no name; expected ${name} or ${name:-otherwise}
            production: true                | production: true\\n    protected: perhaps | 17:16: environments[0].protected is 'perhaps'; expected true or false
            production: true                | production: true\\n    analysis: {mode: dry} | 17:22: environments[0].analysis.mode is 'dry'; expected one of act, dry-run
            at-most: 200                    | at-most: 200\\n    weight: -1 | 27:13: objectives[0].weight is below 0
            at-most: 200                    | at-most: 200\\n    warm-up: soon | 27:14: objectives[0].warm-up is 'soon'; expected a duration such as 90s, 5m or 1h30m
            at-most: 200                    | at-most: 200\\n    counts: {bad: b, total: t, allowed: 1, tail: {above: a, limits: [0.2, 0.1]}} | 27:69: objectives[0].counts.tail.limits is not in ascending order
            {namespace: small}              | {namespace: small, eks: {cluster: prod}} | 18:43: environments[0].connections.kubernetes.eks.region is missing
            {namespace: small}              | {}                            | 18:19: environments[0].connections.kubernetes.namespace is missing
            at-most: 200                    | at-most: many                 | 26:14: objectives[0].at-most is 'many'; expected a number
            at-most: 200                    | critical: true                | 23:5: objectives[0] has no limit; expected at-most or at-least
            at-most: 200                    | at-most: 2\\n    at-least: 1  | 23:5: objectives[0] has both at-most and at-least; expected one of them
            at-most: 200                    | at-most: 200\\n    counts: {bad: b, total: t, allowed: 100} | 27:41: objectives[0].counts.allowed is no share; expected percent above 0 and below 100
            at-most: 200                    | at-most: 200\\n    counts: {bad: b, allowed: 1} | 27:13: objectives[0].counts.total is missing
            component: api                  | component: apo                | 24:16: objectives[0].component is 'apo', which is no component; did you mean api?
            "${component}"                  | "${komponent}"                | 27:12: objectives[0].query has the placeholder '${komponent}', which nobody fills; known are component, region, track, tracks, window, environment
            deploy: 2m                      | deploy: soon                  | 31:11: timings.deploy is 'soon'; expected a duration such as 90s, 5m or 1h30m
            deploy: 2m                      | deploy: 0s                    | 31:11: timings.deploy is '0s'; expected a duration such as 90s, 5m or 1h30m
            deploy: 2m                      | deploi: 2m                    | 31:3: timings.deploi is not known; did you mean deploy?
            ghcr.io/small/api:v1.0.0        | ghcr.io/small/api:latest      | 36:20: releases[0].artifacts.api.image has the tag 'latest', which can change; expected a version tag or a @sha256 digest
            ghcr.io/small/api:v1.0.0        | ghcr.io/small/api:prod        | 36:20: releases[0].artifacts.api.image has the tag 'prod', which can change; expected a version tag or a @sha256 digest
            ghcr.io/small/api:v1.0.0        | localhost:5000/api            | 36:20: releases[0].artifacts.api.image has no tag, which means latest; expected a version tag or a @sha256 digest
            ghcr.io/small/ci:v1             | ghcr.io/small/ci              | 29:18: jobs.smoke.image has no tag, which means latest; expected a version tag or a @sha256 digest
            web: {commit: abc123}           | wep: {commit: abc123}         | 37:7: releases[0].artifacts.wep belongs to no component; did you mean web?
            """)
    void aMistakeIsNamedWithLineFieldAndWhatWasExpected(String old, String replacement, String problem) {
        assertThat(problems(with(old, replacement))).contains("small.yaml:" + problem);
    }

    @Test
    void allMistakesAreReportedTogetherInTheOrderOfTheFile() {
        String yaml = with("criticality: critical", "criticality: hihg").replace("deploy: 2m", "deploy: soon")
                .replace("at-most: 200", "at-most: x");
        assertThat(problems(yaml)).extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("small.yaml:4:18:", "small.yaml:26:14:", "small.yaml:31:11:");
        FailureException thrown = catchThrowableOfType(FailureException.class,
                () -> WorkspaceFile.parse(yaml, "small.yaml", Map.of()));
        assertThat(thrown.failure().what()).isEqualTo("small.yaml has 3 mistakes");
    }

    @Test
    void aLongerCircleIsSpelledOut() {
        String yaml = with("ladder: [10, 50, 100]", "ladder: [10, 50, 100]\\n    needs: [web]");
        assertThat(problems(yaml)).contains("small.yaml:9:12: components[0].needs goes round in a circle: api needs web needs api");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "'${given}'", "'env:'"})
    void aSecretInTheFileIsRefusedAndNotRepeated(String secret) {
        FailureException thrown = catchThrowableOfType(FailureException.class,
                () -> WorkspaceFile.parse(with("\"env:VERCEL_TOKEN\"", secret), "small.yaml", Map.of("given", "hunter2")));
        assertThat(thrown.failure().why())
                .contains("vercel.token holds a secret itself; expected where to find it: env:NAME or file:PATH");
        assertThat(thrown.failure().sentence()).doesNotContain("hunter2");
    }

    @Test
    void headersAndTimeoutsOfRequestsAreSettingsToo() {
        String yaml = with("url: http://localhost:9090",
                "url: http://localhost:9090\\n        timeout: 30\\n        header.X-Scope-OrgID: maily"
                + "\\n        header.Authorization: env:AUTHORIZATION");
        assertThat(WorkspaceFile.parse(yaml, "small.yaml", Map.of()).environments().getFirst().connection("prometheus"))
                .containsEntry("timeout", "30").containsEntry("header.X-Scope-OrgID", "maily");
        assertThat(problems(yaml.replace("timeout: 30", "timeout: soon")).getFirst())
                .endsWith("is 'soon'; expected whole seconds, 1 to 999");
        assertThat(problems(yaml.replace("env:AUTHORIZATION", "Bearer hunter2")).getFirst())
                .contains("header.Authorization holds a secret itself").doesNotContain("hunter2");
        assertThat(problems(yaml.replace("{namespace: small}", "{namespace: small, header.X: y}")).getFirst())
                .contains("connections.kubernetes.header.X is not known");
    }

    @Test
    void objectivesMayBeMeasuredByNewRelicAndCloudWatch() {
        String yaml = with("vercel: {token", "newrelic: {account: 1234567, api-key: 'env:NEW_RELIC_KEY', region: eu}"
                + "\\n      cloudwatch: {region: eu-central-1, profile: ops}\\n      vercel: {token")
                .replace("key: p99", "key: p99\n    source: newrelic");
        Workspace workspace = WorkspaceFile.parse(yaml, "small.yaml", Map.of());
        assertThat(workspace.objectives().getFirst().source()).isEqualTo("newrelic");
        assertThat(workspace.environments().getFirst().connection("newrelic")).isEqualTo(Map.of("account", "1234567",
                "api-key", "env:NEW_RELIC_KEY", "region", "eu"));
        assertThat(workspace.environments().getFirst().connection("cloudwatch")).containsEntry("profile", "ops");
        assertThat(problems(yaml.replace("env:NEW_RELIC_KEY", "NRAK-HUNTER2")).getFirst())
                .contains("newrelic.api-key holds a secret itself").doesNotContain("HUNTER2");
        assertThat(problems(yaml.replace("url: http://localhost:9090", "url: http://localhost:9090\n        dedup: maybe")).getFirst())
                .endsWith("dedup is 'maybe'; expected one of true, false");
    }

    @Test
    void anEnvironmentMayBeGuardedAndItsClusterOneOfAws() {
        String yaml = with("production: true", "production: true\\n    read-only: true\\n    protected: true")
                .replace("{namespace: small}", "{namespace: small, eks: {cluster: prod, region: eu-west-1, profile: ops}}");
        var environment = WorkspaceFile.parse(yaml, "small.yaml", Map.of()).environments().getFirst();
        assertThat(environment.readOnly()).isTrue();
        assertThat(environment.protect()).isTrue();
        assertThat(environment.connection("kubernetes")).isEqualTo(Map.of("namespace", "small", "eks.cluster", "prod",
                "eks.region", "eu-west-1", "eks.profile", "ops"));
        assertThat(WorkspaceFile.parse(GOOD, "small.yaml", Map.of()).environments().getFirst().readOnly()).isFalse();
    }

    @Test
    void aWebhooksAddressMayBeASecret() {
        String yaml = with("vercel: {token", "webhook: {url: 'env:WEBHOOK_URL'}\\n      vercel: {token");
        assertThat(WorkspaceFile.parse(yaml, "small.yaml", Map.of()).environments().getFirst().connection("webhook"))
                .containsEntry("url", "env:WEBHOOK_URL");
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndNotRepeated() {
        assertThat(problems(with("http://localhost:9090", "http://eve:hunter2@localhost:9090")).getFirst())
                .contains("url holds a user or password").doesNotContain("hunter2");
    }

    @Test
    void variablesFillSettingsAndTheClock() {
        String yaml = with("url: http://localhost:9090", "url: http://localhost:${port}/${path:-prom}")
                + "clock: {wall: '${wall}', shows: '${wall}', rate: '${rate:-60}'}\n";
        Workspace workspace = WorkspaceFile.parse(yaml, "small.yaml", Map.of("port", "4711", "wall", "2026-11-21T12:00:00Z"));
        assertThat(workspace.environments().getFirst().connection("prometheus"))
                .containsEntry("url", "http://localhost:4711/prom");
        assertThat(workspace.clock().rate()).isEqualTo(60);
        assertThat(workspace.clock().wall()).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
    }

    @Test
    void aFileThatCannotBeHadSaysWhy() throws Exception {
        assertThat(failure(folder.resolve("none.yaml"))).isInstanceOf(Failure.Missing.class);
        assertThat(failure(folder).why()).contains("is a folder");
        assertThat(failure(Files.writeString(folder.resolve("a.yaml"), "")).why()).isEqualTo("a.yaml is empty.");
        assertThat(failure(Files.writeString(folder.resolve("b.yaml"), "# only a comment\n")).why())
                .isEqualTo("b.yaml is empty.");
        assertThat(failure(Files.writeString(folder.resolve("c.yaml"), "name: [a\nb: c")).why())
                .startsWith("c.yaml:2:2: not YAML");
        assertThat(failure(Files.writeString(folder.resolve("d.yaml"), "a\u0007")).why()).startsWith("d.yaml: not YAML");
        assertThat(failure(Files.writeString(folder.resolve("e.yaml"), "a: b\n---\nc: d\n")).why())
                .startsWith("e.yaml:2:1: not YAML");
        assertThat(failure(Files.writeString(folder.resolve("f.yaml"), "just a text")).why())
                .contains("the file is 'just a text'");
        assertThat(failure(Files.write(folder.resolve("g.yaml"), new byte[] {'a', (byte) 0xff})).why())
                .contains("not text in UTF-8");
        byte[] large = new byte[(1 << 20) + 1];
        Arrays.fill(large, (byte) '#');
        assertThat(failure(Files.write(folder.resolve("h.yaml"), large)).why()).contains("larger than 1024 KiB");
    }

    @Test
    void aFileThatMayNotBeRead() throws Exception {
        Path file = Files.writeString(folder.resolve("secret.yaml"), GOOD);
        assertThat(file.toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(file), "this user may read everything (root)");
        assertThat(failure(file)).isInstanceOf(Failure.Denied.class);
    }

    private static Failure failure(Path file) {
        return catchThrowableOfType(FailureException.class, () -> WorkspaceFile.read(file)).failure();
    }
}
