package com.maily.console.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegionalViewTest {

    private static final Objective P99 = new Objective("p99", "p99", "api", "prometheus", "q", "", "ms",
            Objective.Bound.AT_MOST, 200, true);
    private static final Objective USERS = new Objective("users", "users", "web", "prometheus", "q", "", "users",
            Objective.Bound.AT_LEAST, 1, false);
    private static final Environment STAGING = new Environment("staging", false,
            Map.of("kubernetes", Map.of(), "vercel", Map.of(),
            "prometheus", Map.of()));
    private static final Environment PRODUCTION = new Environment("production", true,
            List.of(new Region("ap-southeast-1", 3), new Region("us-east-1", 1), new Region("eu-west-1", 2)), "",
            Map.of("kubernetes@us-east-1", Map.of(), "kubernetes@eu-west-1", Map.of(), "kubernetes@ap-southeast-1", Map.of(),
                    "vercel", Map.of(), "prometheus", Map.of(), "prometheus@eu-west-1", Map.of()));
    private static final Workspace WORKSPACE = new Workspace("w", List.of(
            component("redis", "kubernetes", List.of(), List.of("us-east-1", "eu-west-1")),
            component("api", "kubernetes", List.of("redis"), List.of()), component("web", "vercel", List.of("api"), List.of())),
            List.of(STAGING, PRODUCTION), List.of(P99, USERS), Map.of(), Map.of(), List.of(), ClockSetting.WALL);

    private static Component component(String name, String platform, List<String> needs, List<String> regions) {
        return new Component(name, Criticality.CRITICAL, platform, "deployment/" + name, Routing.PLAIN, needs, List.of(),
                regions, 0);
    }

    @Test
    void anEnvironmentWithOneClusterHasTheWorkspaceAsItIs() {
        assertThat(WORKSPACE.in("staging")).isSameAs(WORKSPACE);
        assertThat(WORKSPACE.in("nowhere")).isSameAs(WORKSPACE);
    }

    @Test
    void whatLivesInSeveralClustersIsThereOncePerRegionAndFirstWavesComeFirst() {
        assertThat(WORKSPACE.in("production").components()).extracting(Component::name).containsExactly("redis@us-east-1",
                "redis@eu-west-1", "api@us-east-1", "api@eu-west-1", "api@ap-southeast-1", "web");
        Component api = WORKSPACE.in("production").component("api@eu-west-1").orElseThrow();
        assertThat(api.base()).isEqualTo("api");
        assertThat(api.region()).isEqualTo("eu-west-1");
        assertThat(api.wave()).isEqualTo(2);
        assertThat(api.platform()).isEqualTo("kubernetes@eu-west-1");
        assertThat(PRODUCTION.jobs()).isEqualTo("us-east-1");
    }

    @Test
    void needsAreMetInTheSameRegionAndWhereThereIsNoneWhereverTheyAre() {
        Workspace production = WORKSPACE.in("production");
        assertThat(production.component("api@eu-west-1").orElseThrow().needs()).containsExactly("redis@eu-west-1");
        assertThat(production.component("api@ap-southeast-1").orElseThrow().needs())
                .containsExactly("redis@us-east-1", "redis@eu-west-1");
        assertThat(production.component("web").orElseThrow().needs())
                .containsExactly("api@us-east-1", "api@eu-west-1", "api@ap-southeast-1");
    }

    @Test
    void anObjectiveIsAskedOfTheRegionsOwnSourceWhereItHasOne() {
        Workspace production = WORKSPACE.in("production");
        assertThat(production.objectivesOf("api@eu-west-1")).extracting(Objective::source)
                .containsExactly("prometheus@eu-west-1");
        assertThat(production.objectivesOf("api@us-east-1")).extracting(Objective::source).containsExactly("prometheus");
        assertThat(production.objectivesOf("web")).containsExactly(USERS);
    }

    @Test
    void aRegionLeftOutIsNotThereAndNobodyNeedsIt() {
        Workspace production = WORKSPACE.in("production", List.of("ap-southeast-1"));
        assertThat(production.component("api@ap-southeast-1")).isEmpty();
        assertThat(production.component("web").orElseThrow().needs()).containsExactly("api@us-east-1", "api@eu-west-1");
    }

    @Test
    void aReleaseBringsTheSameArtifactToEveryRegion() {
        Artifact image = new Artifact.Image("v1", "ghcr.io/maily/api:v1");
        Release release = new Release("v1", Map.of("api", image), "", "", "");
        assertThat(release.artifact("api@eu-west-1")).contains(image);
    }

    @Test
    void aBaseNameMeansAllItsRegionsAndAFullNameOne() {
        Component api = WORKSPACE.in("production").component("api@eu-west-1").orElseThrow();
        assertThat(api.answersTo("api")).isTrue();
        assertThat(api.answersTo("api@eu-west-1")).isTrue();
        assertThat(api.answersTo("api@us-east-1")).isFalse();
    }
}
