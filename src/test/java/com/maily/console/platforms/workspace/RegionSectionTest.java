package com.maily.console.platforms.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Environment;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Workspace;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionSectionTest {

    private static final String GOOD = """
            name: Wide
            components:
              - name: api
                criticality: critical
                platform: kubernetes
                target: deployment/api
                regions: [us-east-1]
              - name: web
                criticality: critical
                platform: vercel
                target: web
            environments:
              - name: production
                production: true
                regions:
                  - {name: us-east-1, wave: 1}
                  - eu-west-1
                  - {name: ap-southeast-1, wave: 2}
                jobs: eu-west-1
                connections:
                  kubernetes@us-east-1: {namespace: wide}
                  kubernetes@eu-west-1: {namespace: wide}
                  kubernetes@ap-southeast-1: {namespace: wide}
                  prometheus: {url: "http://localhost:9090"}
                  prometheus@eu-west-1: {url: "http://localhost:9091"}
                  vercel: {token: "env:TOKEN"}
            """;

    private static Workspace read(String yaml) {
        return WorkspaceFile.parse(yaml, "wide.yaml", Map.of());
    }

    @Test
    void regionsAreReadInTheOrderOfTheirWaves() {
        Environment production = read(GOOD).environment("production").orElseThrow();
        assertThat(production.regions()).containsExactly(new Region("us-east-1", 1), new Region("eu-west-1", 2),
                new Region("ap-southeast-1", 2));
        assertThat(production.jobs()).isEqualTo("eu-west-1");
        assertThat(production.connection("prometheus@eu-west-1")).containsEntry("url", "http://localhost:9091");
        assertThat(read(GOOD).component("api").orElseThrow().regions()).containsExactly("us-east-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kubernetes@eu-west-1: {namespace: wide} | kubernetes@eu-west: {namespace: wide} | environments[0].connections.kubernetes@eu-west is not known; did you mean kubernetes@eu-west-1?
            kubernetes@eu-west-1: {namespace: wide} | # none                                | environments[0].connections.kubernetes@eu-west-1 is missing
            kubernetes@eu-west-1: {namespace: wide} | kubernetes: {namespace: wide}         | environments[0].connections.kubernetes is not known
            - eu-west-1                             | - us-east-1                           | environments[0].regions[1] has the name 'us-east-1', which environments[0].regions[0] has too; expected each once
            - eu-west-1                             | - EU                                  | environments[0].regions[1] is 'EU'; expected a name in lower case, such as eu-west-1
            wave: 2                                 | wave: 0.5                             | environments[0].regions[2].wave is '0.5'; expected a whole number, 1 to 99
            jobs: eu-west-1                         | jobs: eu-west-2                       | environments[0].jobs is 'eu-west-2', which is no region; did you mean eu-west-1?
            regions: [us-east-1]                    | regions: [us-east-2]                  | components[0].regions is 'us-east-2', which is no region of any environment; did you mean us-east-1?
            target: web                             | regions: [us-east-1]                  | components[1].regions is given, but only what is on kubernetes lives in regions; this component is on vercel
            - name: web                             | - name: web@eu                        | components[1].name is 'web@eu'; expected a name without @, which is for regions
            """)
    void aMistakeIsNamed(String old, String replacement, String problem) {
        String yaml = GOOD.replace(old, replacement);
        assertThat(yaml).isNotEqualTo(GOOD);
        FailureException thrown = catchThrowableOfType(FailureException.class, () -> read(yaml));
        assertThat(thrown.failure().why()).contains(problem);
    }
}
