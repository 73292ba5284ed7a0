package com.maily.console.platforms.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.AnalysisPolicy;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective.Counted;
import com.maily.console.core.model.Objective.Judging;
import com.maily.console.core.model.Objective.Tail;
import com.maily.console.core.model.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the workspace file says of how canaries are judged. */
class JudgingWordsTest {

    private static Workspace read(String environment, String objective) {
        return WorkspaceFile.parse("""
                name: Small
                components:
                  - {name: api, criticality: critical, platform: kubernetes, target: deployment/api}
                environments:
                  - name: production
                    production: true
                    %s
                    connections: {kubernetes: {namespace: small}, prometheus: {url: "http://localhost:9090"}}
                objectives:
                  - key: p99
                    component: api
                    unit: ms
                    at-most: 200
                    query: slow
                    %s
                releases:
                  - version: v1.0.0
                    artifacts: {api: {image: "ghcr.io/small/api:v1.0.0"}}
                """.formatted(environment, objective), "small.yaml", Map.of());
    }

    private static Objective objective(String more) {
        return read("", more).objectives().getFirst();
    }

    @Test
    void anObjectiveSaysHowItTakesPartInAVerdict() {
        assertThat(objective("group: speed\n    weight: 2.5\n    warm-up: 90s\n    minimum: 40").judging())
                .isEqualTo(new Judging("speed", 2.5, Duration.ofSeconds(90), 40));
    }

    @Test
    void withoutAWordItNeedsManyRequestsOrSomeMinutes() {
        assertThat(objective("").judging()).isEqualTo(new Judging("", 1, Duration.ZERO, Judging.POINTS));
        assertThat(objective("samples: all").judging()).isEqualTo(Judging.DEFAULT);
        assertThat(objective("counts: {bad: b, total: t, allowed: 1}").judging()).isEqualTo(Judging.DEFAULT);
    }

    @Test
    void aTailNamesItsLimitsAsTheSourceWritesThem() {
        assertThat(objective("counts: {bad: b, total: t, allowed: 1, tail: {above: 'a ${limit}', limits: [0.1, 0.25]}}").counted())
                .isEqualTo(new Counted("b", "t", 1, 10, new Tail("a ${limit}", List.of("0.1", "0.25"))));
    }

    @Test
    void anEnvironmentSaysWhatTheJudgeMayDo() {
        assertThat(read("", "").environments().getFirst().analysis()).isEqualTo(AnalysisPolicy.DEFAULT);
        assertThat(read("analysis: {mode: dry-run, on-fail: abort}", "").environments().getFirst().analysis())
                .isEqualTo(new AnalysisPolicy(AnalysisPolicy.Mode.DRY_RUN, AnalysisPolicy.OnFail.ABORT));
    }
}
