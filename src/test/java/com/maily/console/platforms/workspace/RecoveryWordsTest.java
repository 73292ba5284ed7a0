package com.maily.console.platforms.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Recovery;
import com.maily.console.core.model.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an environment promises, and objectives that hold in one environment or for several components. */
class RecoveryWordsTest {

    private static Workspace read(String recovery, String objectives) {
        return WorkspaceFile.parse("""
                name: Small
                components:
                  - {name: api, criticality: critical, platform: kubernetes, target: deployment/api}
                  - {name: email, criticality: critical, platform: kubernetes, target: deployment/email}
                environments:
                  - name: staging
                    production: false
                    connections: {kubernetes: {namespace: s}, prometheus: {url: "http://localhost:9090"}}
                  - name: production
                    production: true
                    %s
                    connections: {kubernetes: {namespace: p}, prometheus: {url: "http://localhost:9090"}}
                objectives:
                %s
                releases:
                  - version: v1.0.0
                    artifacts: {api: {image: "ghcr.io/small/api:v1.0.0"}, email: {image: "ghcr.io/small/email:v1.0.0"}}
                """.formatted(recovery, objectives), "small.yaml", Map.of());
    }

    private static String why(String recovery, String objectives) {
        return catchThrowableOfType(FailureException.class, () -> read(recovery, objectives)).failure().why();
    }

    private static String objective(String component, String environments, int limit) {
        return "  - {key: p99, component: " + component + ", " + environments + "unit: ms, at-most: " + limit + ", query: slow}\n";
    }

    @Test
    void goalsAreThoseOfTheEnvironmentUnlessAComponentHasItsOwn() {
        Recovery recovery = read("recovery: {rto: 10m, components: {email: {rto: 1h, rpo: 2h}}}", objective("api", "", 200))
                .environment("production").orElseThrow().recovery();

        assertThat(recovery.of("api")).isEqualTo(new Recovery.Goal(Duration.ofMinutes(10), Duration.ofMinutes(15)));
        assertThat(recovery.of("email@eu-west-1").time()).isEqualTo(Duration.ofHours(1));
        assertThat(recovery.time(List.of("email", "api"))).as("the strictest counts").isEqualTo(Duration.ofMinutes(10));
        assertThat(recovery.time(List.of("email"))).isEqualTo(Duration.ofHours(1));
        assertThat(read("", objective("api", "", 200)).environment("production").orElseThrow().recovery()).isEqualTo(Recovery.DEFAULT);
    }

    @Test
    void aGoalOfAComponentThatDoesNotExistIsAMistake() {
        assertThat(why("recovery: {components: {emal: {rto: 1h}}}", objective("api", "", 200)))
                .contains("environments[1].recovery.components is 'emal', which is no component; did you mean email?");
        assertThat(why("recovery: {rto: soon}", objective("api", "", 200))).contains("recovery.rto is 'soon'; expected a duration");
    }

    @Test
    void oneObjectiveMayBeThatOfSeveralComponentsAndDifferByEnvironment() {
        Workspace workspace = read("", objective("[api, email]", "environments: [production], ", 200)
                + objective("api", "environments: [staging], ", 300));

        assertThat(workspace.in("production").objectives()).extracting(Objective::component).containsExactly("api", "email");
        assertThat(workspace.in("staging").objectives()).extracting(Objective::limit).containsExactly(300.0);
    }

    @Test
    void aComponentHasAKeyOnceInEachEnvironment() {
        assertThat(why("", objective("[api, email]", "environments: [production], ", 200) + objective("email", "", 300)))
                .contains("objectives[1] has the key 'email/p99', which objectives[0] has too; expected each once");
        assertThat(why("", objective("api", "environments: [prodution], ", 200)))
                .contains("'prodution', which is no environment; did you mean production?");
        assertThat(why("", objective("[api, emal]", "", 200))).contains("'emal', which is no component; did you mean email?");
    }
}
