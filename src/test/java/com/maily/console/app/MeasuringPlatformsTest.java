package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That each source an objective may name leads to the system of that connection. */
class MeasuringPlatformsTest {

    private static final String NOBODY = "http://127.0.0.1:1";

    @TempDir
    private Path folder;

    private EnvironmentPlatforms platforms() throws Exception {
        String key = "file:" + Files.writeString(folder.resolve("key"), "NRAK-1");
        String profile = Files.writeString(folder.resolve("aws"),
                "[default]\naws_access_key_id = AKIASANDBOXEXAMPLE00\naws_secret_access_key = none\n").toString();
        return EnvironmentPlatforms.open(new Environment("production", true, Map.of("prometheus", Map.of("url", NOBODY),
                "newrelic", Map.of("url", NOBODY, "account", "1", "api-key", key),
                "cloudwatch", Map.of("region", "eu-central-1", "endpoint", NOBODY, "credentials", profile))), Time.WALL, "test");
    }

    @ParameterizedTest
    @CsvSource({"prometheus,Prometheus (127.0.0.1:1) cannot be reached", "newrelic,New Relic (127.0.0.1:1) cannot be reached",
            "cloudwatch,Asking CloudWatch failed"})
    void eachSourceIsAskedWhereItsConnectionSays(String source, String what) throws Exception {
        try (EnvironmentPlatforms platforms = platforms()) {
            FailureException thrown = catchThrowableOfType(FailureException.class,
                    () -> platforms.metrics(source).unrepeated().instant("SELECT 1", Instant.now()));
            assertThat(thrown.failure()).isInstanceOf(Failure.Unreachable.class);
            assertThat(thrown.failure().what()).isEqualTo(what);
        }
    }

    @Test
    void eachHasALampAndOneThatIsNotConnectedSaysWhatToAdd() throws Exception {
        try (EnvironmentPlatforms platforms = platforms()) {
            assertThat(platforms.sources()).extracting(SourceState::name).containsExactly("Prometheus", "New Relic", "CloudWatch");
            assertThat(catchThrowableOfType(FailureException.class, () -> platforms.metrics("datadog")).failure().advice())
                    .contains("connections.datadog");
        }
    }
}
