package com.maily.console.platforms.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Environment;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.HealthCheck;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Health endpoints, log search and trace links as the workspace file names them. */
class HealthSectionTest {

    private static final String FILE = """
            name: Small
            components:
              - {name: api, criticality: critical, platform: kubernetes, target: deployment/api}
            environments:
              - name: production
                production: true
                connections:
                  kubernetes: {namespace: small}
                  %s
                health:
                  - %s
            """;

    private static Environment read(String connection, String health) {
        return WorkspaceFile.parse(FILE.formatted(connection, health), "small.yaml", Map.of("base", "https://one.example"))
                .environment("production").orElseThrow();
    }

    private static String problem(String connection, String health) {
        return catchThrowableOfType(FailureException.class, () -> read(connection, health)).failure().why();
    }

    @Test
    void anEndpointHasUsualSettingsUntilOthersAreGiven() {
        HealthCheck usual = read("", "{component: api, url: '${base}/health'}").health().getFirst();
        assertThat(usual).isEqualTo(new HealthCheck("api", "health", URI.create("https://one.example/health")));
        HealthCheck own = read("",
                "{component: api, name: deep, url: 'http://x/y?full=1', status: 204, timeout: 2s, slow: 300ms, "
                + "interval: 5s, notice: 720h, expect: {field: status.code, value: up}}").health().getFirst();
        assertThat(own.status()).isEqualTo(204);
        assertThat(own.expected()).isEqualTo(Optional.of(new HealthCheck.Expected("status.code", "up")));
        assertThat(own.slow()).isEqualTo(Duration.ofMillis(300));
        assertThat(own.notice()).isEqualTo(Duration.ofDays(30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{component: apo, url: 'http://x/'} | did you mean api?",
            "{component: api} | url is missing",
            "{component: api, url: 'ftp://x/'} | expected an address",
            "{component: api, url: 'http://me:hunter2@x/'} | holds a user or password",
            "{component: api, url: 'http://x/?access_token=hunter2'} | holds a secret in its query",
            "{component: api, url: 'http://x/', interval: 5m} | at most 30s",
            "{component: api, url: 'http://x/', status: 99} | expected an HTTP status",
            "{component: api, url: 'http://x/', expect: {field: a}} | expect.value is missing"})
    void mistakesAreToldAndSecretsAreNot(String health, String says) {
        assertThat(problem("", health)).contains(says).doesNotContain("hunter2");
    }

    @Test
    void placesOfALinkAreLeftForWhoeverOpensIt() {
        Map<String, String> traces = read("traces: {title: Tempo, url: '${base}/trace/${trace}', search: '${base}/?s=${component}&a=${from}'}",
                "{component: api, url: 'http://x/'}").connection("traces");
        assertThat(traces).containsEntry("url", "https://one.example/trace/${trace}")
                .containsEntry("search", "https://one.example/?s=${component}&a=${from}");
        assertThat(problem("traces: {url: 'https://${component}.example/'}", "{component: api, url: 'http://x/'}"))
                .contains("place to fill in where the host stands");
        assertThat(problem("traces: {url: 'javascript:${trace}'}", "{component: api, url: 'http://x/'}"))
                .contains("expected an address");
    }

    @Test
    void theKeyOfALogSearchIsAReference() {
        String health = "{component: api, url: 'http://x/'}";
        assertThat(read("logs: {url: 'https://es', api-key: 'env:KEY', field.service: app, service.api: maily-api}", health)
                .connection("logs")).containsEntry("service.api", "maily-api");
        assertThat(problem("logs: {url: 'https://es', api-key: hunter2}", health)).contains("env:NAME").doesNotContain("hunter2");
    }
}
